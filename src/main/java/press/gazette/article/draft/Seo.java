package press.gazette.article.draft;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Id;

/** Words and picture for search engines and social networks, in place of the headline, the standfirst and the lead picture. */
@Schema(description = "For search engines and social networks. Absent: title, standfirst and lead picture.")
public record Seo(
        @Schema(description = "Absent: use the title.", maxLength = Seo.LONGEST_TITLE) @Nullable
        String title,

        @Schema(description = "Absent: use the standfirst.", maxLength = Seo.LONGEST_DESCRIPTION) @Nullable
        String description,

        @Schema(
                description =
                        "true: search engines must not index the article, and no sitemap has it. Absent: they may.")
        @Nullable
        Boolean noIndex,

        @Schema(description = "The id of the picture for social networks. Absent: the lead picture.") @Nullable
        String image) {

    public static final int LONGEST_TITLE = 500;
    public static final int LONGEST_DESCRIPTION = 4_000;

    public Seo {
        noIndex = Boolean.TRUE.equals(noIndex) ? true : null;
    }

    /** True if search engines must not index the article. */
    public boolean forbidsIndex() {
        return noIndex != null;
    }

    /** The id of the picture; null: none, or no id. */
    public @Nullable UUID imageId() {
        return image == null ? null : Id.of(image).map(Id::value).orElse(null);
    }
}
