package press.gazette.article.reading;

import java.time.Instant;
import java.util.List;

import press.gazette.address.Ref;
import press.gazette.change.Subject;
import press.gazette.delivery.Fields;

/** One article as a reader asked for it. */
public record ArticleReading(Ref ref, Showing showing) {

    /** Reads the parameters; refuses before anything is asked of the database. */
    public static ArticleReading parse(String ref, ReadingParameters parameters) {
        return new ArticleReading(Ref.parse(ref, "article"), Showing.ofWhole(parameters));
    }

    public Fields fields() {
        return showing.fields();
    }

    /** What makes it another answer. */
    public List<Subject> groups(ArticleView article) {
        return showing.groups(Subject.article(article.card().id()));
    }

    /** The article in one statement, and what belongs to it in those of {@link ArticleView#of}. */
    public ArticleView read(Instant now) {
        return ArticleView.of(ArticleAddress.read(ref, "", showing, now), showing, now);
    }
}
