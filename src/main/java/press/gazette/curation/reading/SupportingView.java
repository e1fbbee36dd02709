package press.gazette.curation.reading;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.reading.CardRow;
import press.gazette.article.reading.ItemRow;
import press.gazette.curation.content.Supporting;

/** A link below an item: to an article, or elsewhere. */
@Schema(description = "A link below an item: to an article by its id and slug, or elsewhere by its url.")
public record SupportingView(
        @Schema(description = "The text of the link.") String title,

        @Schema(description = "The id of the article. Absent: the link leads elsewhere.") @Nullable
        UUID id,

        @Schema(description = "The slug of the article in /v1/articles/{ref}. Absent: the link leads elsewhere.")
        @Nullable
        String slug,

        @Schema(description = "The absolute URL. Absent: the link leads to an article.") @Nullable
        String url) {

    /** The link for readers; empty: its article is not public. */
    static Optional<SupportingView> of(Supporting link, Map<UUID, ItemRow> rows) {
        if (link.articleId().isEmpty()) {
            return Optional.ofNullable(link.title()).map(title -> new SupportingView(title, null, null, link.url()));
        }
        return link.articleId()
                .map(rows::get)
                .map(ItemRow::card)
                .map(card -> new SupportingView(title(link, card), card.id(), card.slug(), null));
    }

    private static String title(Supporting link, CardRow card) {
        String own = link.title();
        return own == null ? card.title() : own;
    }
}
