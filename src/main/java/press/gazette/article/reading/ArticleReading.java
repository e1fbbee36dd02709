package press.gazette.article.reading;

import java.time.Instant;

import press.gazette.address.Ref;
import press.gazette.change.Subject;
import press.gazette.delivery.Dated;
import press.gazette.delivery.Fields;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/** A request for one article. */
public record ArticleReading(Ref ref, Detail detail) {

    /** Reads the parameters and rejects bad ones, without the database. */
    public static ArticleReading parse(String ref, ReadingParameters parameters) {
        return new ArticleReading(named(ref), Detail.ofWhole(parameters));
    }

    /** Names the formats where a suffix selects none: neither ids nor slugs have dots. */
    private static Ref named(String ref) {
        if (ref.indexOf('.') >= 0) {
            throw Problem.of(
                    ProblemType.NOT_FOUND,
                    "Behind an article's id or slug there is .jsonld for JSON-LD, .md for Markdown, or nothing for JSON.");
        }
        return Ref.parse(ref, "article");
    }

    /** A request for the card alone. */
    public static ArticleReading ofCard(String ref) {
        return new ArticleReading(Ref.parse(ref, "article"), Detail.CARD);
    }

    public Fields fields() {
        return detail.fields();
    }

    /** Reads the article and the end of the ledger with one statement, and the rest with those of {@link ArticleView#of}. */
    public Dated<ArticleView> read(Instant now) {
        return read(ArticleAddress.OF_THE_API, now);
    }

    /** As above, with another path before the slug in redirects. */
    public Dated<ArticleView> read(String before, Instant now) {
        WholeRow row = ArticleAddress.read(ref, before, "", detail, now).translated(detail, now);
        Subject article = Subject.article(row.item().card().id());
        return new Dated<>(ArticleView.of(row, detail, now), row.position(), detail.groups(article));
    }
}
