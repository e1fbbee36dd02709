package press.gazette.article.reading;

import java.time.Instant;

import press.gazette.address.Ref;
import press.gazette.change.Subject;
import press.gazette.delivery.AsOf;
import press.gazette.delivery.Fields;

/** One article as a reader asked for it. */
public record ArticleReading(Ref ref, Showing showing) {

    /** Reads the parameters; refuses before anything is asked of the database. */
    public static ArticleReading parse(String ref, ReadingParameters parameters) {
        return new ArticleReading(Ref.parse(ref, "article"), Showing.ofWhole(parameters));
    }

    /** The article without its body. */
    public static ArticleReading ofCard(String ref) {
        return new ArticleReading(Ref.parse(ref, "article"), Showing.CARD);
    }

    public Fields fields() {
        return showing.fields();
    }

    /** The article and where the ledger ends in one statement, and what belongs to it in those of {@link ArticleView#of}. */
    public AsOf<ArticleView> read(Instant now) {
        return read(ArticleAddress.OF_THE_API, now);
    }

    /** The same where articles have addresses of another kind: what stands before the article in the path. */
    public AsOf<ArticleView> read(String before, Instant now) {
        WholeRow row = ArticleAddress.read(ref, before, "", showing, now);
        Subject article = Subject.article(row.item().card().id());
        return new AsOf<>(ArticleView.of(row, showing, now), row.position(), showing.groups(article));
    }
}
