package press.gazette.article.reading;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Correction;
import press.gazette.article.page.ArticlePages;
import press.gazette.article.seo.SeoView;
import press.gazette.article.translation.TranslationRow;
import press.gazette.article.translation.TranslationView;
import press.gazette.media.Picture;

/** An article with all its parts: its card and the parts that only its own page shows. */
@Schema(description = "An article with all its parts.")
public record ArticleView(
        @JsonUnwrapped ArticleCard card,

        @Schema(description = "Absent with body=none.") @Nullable
        BodyView body,

        @Schema(description = ArticleItem.TRUNCATED) @Nullable
        Boolean truncated,

        @Schema(description = "Oldest first. Show all of them with the article.")
        List<Correction> corrections,

        @Schema(description = "Hand-picked articles, best first. Absent unless include=related.") @Nullable
        List<ArticleCard> related,

        @Schema(description = "The URL of the original. Absent: your own page is the original.") @Nullable
        String canonicalUrl,

        @Schema(description = "The source, such as an agency. Absent: this newsroom.") @Nullable
        String source,

        @Schema(description = "Terms of use. Absent: this newsroom's own.") @Nullable
        String rights,

        @Schema(description = "Absent: use title and standfirst.") @Nullable
        SeoView seo,

        @Schema(description = "The same story in other languages, ordered by language. Absent: none.") @Nullable
        List<TranslationView> translations,

        @Schema(description = "Grows with every publication and correction.", example = "3")
        int version) {

    /** The view of a row, with the statements of {@link ArticleItem#of}. */
    public static ArticleView of(WholeRow row, Detail detail, Instant now) {
        return of(List.of(row), detail, now).get(0);
    }

    /** The views of the rows in their order, with the same statements as for one. */
    public static List<ArticleView> of(List<WholeRow> rows, Detail detail, Instant now) {
        List<ArticleItem> items =
                ArticleItem.of(rows.stream().map(WholeRow::item).toList(), detail, now);
        Map<UUID, Picture> pictures = detail.fields().have("seo")
                ? SeoView.pictures(rows.stream().flatMap(row -> Stream.ofNullable(row.seo())), now)
                : Map.of();
        return IntStream.range(0, rows.size())
                .mapToObj(i -> of(rows.get(i), items.get(i), pictures))
                .toList();
    }

    /** False if search engines must not index the article. */
    public boolean mayBeIndexed() {
        return seo == null || seo.noIndex() == null;
    }

    private static @Nullable String page(TranslationRow row) {
        return ArticlePages.get().onOwnSite(row.id(), row.slug(), row.firstPublishedAt());
    }

    private static ArticleView of(WholeRow row, ArticleItem item, Map<UUID, Picture> pictures) {
        return new ArticleView(
                item.card(),
                item.body(),
                item.truncated(),
                row.corrections(),
                item.related(),
                row.provenance().canonicalUrl(),
                row.provenance().source(),
                row.provenance().rights(),
                SeoView.of(row.seo(), pictures),
                TranslationView.of(row.translations(), ArticleView::page),
                row.version());
    }
}
