package press.gazette.article.reading;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.delivery.Fields;

/** One article as a reader asked for it. */
public record ArticleReading(Ref ref, Showing showing) {

    /** Reads the parameters; refuses before anything is asked of the database. */
    public static ArticleReading parse(
            String ref, @Nullable String fields, @Nullable String include, @Nullable String body) {
        return new ArticleReading(Ref.parse(ref, "article"), Showing.ofWhole(fields, include, body));
    }

    public Fields fields() {
        return showing.fields();
    }

    /** The article in one statement, and what belongs to it in those of {@link ArticleItem#of}. */
    public ArticleView read(Instant now) {
        WholeRow row = ArticleAddress.read(ref, "", showing, now);
        ArticleItem item = ArticleItem.of(List.of(row.item()), showing, now).get(0);
        return ArticleView.of(item, row);
    }
}
