package press.gazette.article.reading;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Correction;
import press.gazette.article.Seo;

/** An article, whole: its card and what only its own page shows. */
@Schema(description = "An article, whole.")
public record ArticleView(
        @JsonUnwrapped ArticleCard card,

        @Schema(description = "Absent with body=none.") @Nullable
        BodyView body,

        @Schema(description = "Oldest first. Show them with the article.")
        List<Correction> corrections,

        @Schema(description = "Hand-picked articles, best first. Absent unless include=related.") @Nullable
        List<ArticleCard> related,

        @Schema(description = "Where the original is, when it is not yours. Absent: your own page is.") @Nullable
        String canonicalUrl,

        @Schema(description = "Whom it comes from. Absent: this newsroom.") @Nullable
        String source,

        @Schema(description = "Terms of use. Absent: this newsroom's own.") @Nullable
        String rights,

        @Schema(description = "Absent: use title and standfirst.") @Nullable
        Seo seo,

        @Schema(description = "Grows with every publication and correction.", example = "3")
        int version) {

    /** Of its row, with the statements that {@link ArticleItem#of} needs. */
    public static ArticleView of(WholeRow row, Showing showing, Instant now) {
        return of(List.of(row), showing, now).get(0);
    }

    /** All these articles in their order, with the same statements as one. */
    public static List<ArticleView> of(List<WholeRow> rows, Showing showing, Instant now) {
        List<ArticleItem> items =
                ArticleItem.of(rows.stream().map(WholeRow::item).toList(), showing, now);
        return IntStream.range(0, rows.size())
                .mapToObj(i -> of(rows.get(i), items.get(i)))
                .toList();
    }

    private static ArticleView of(WholeRow row, ArticleItem item) {
        return new ArticleView(
                item.card(),
                item.body(),
                row.corrections(),
                item.related(),
                row.provenance().canonicalUrl(),
                row.provenance().source(),
                row.provenance().rights(),
                row.seo(),
                row.version());
    }
}
