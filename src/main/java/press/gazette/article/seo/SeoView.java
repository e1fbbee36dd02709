package press.gazette.article.seo;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.draft.Seo;
import press.gazette.media.Picture;
import press.gazette.media.Rights;

/** The words and the picture for search engines and social networks, in place of the article's own. */
@Schema(description = "For search engines and social networks, in place of the article's own.")
public record SeoView(
        @Schema(description = "Absent: use the title.") @Nullable
        String title,

        @Schema(description = "Absent: use the standfirst.") @Nullable
        String description,

        @Schema(
                description =
                        "true: search engines must not index the article, and no sitemap has it. Absent: they may.")
        @Nullable
        Boolean noIndex,

        @Schema(description = "The picture for social networks. Absent: use the lead picture.") @Nullable
        Picture image) {

    /** The pictures of social networks that readers may see, by their ids; none cost no statement. */
    public static Map<UUID, Picture> pictures(Stream<Seo> all, Instant now) {
        Set<UUID> ids = all.map(Seo::imageId).flatMap(Stream::ofNullable).collect(Collectors.toSet());
        return Rights.shown(ids, now);
    }

    /**
     * The view; null if there is nothing to show.
     *
     * @param pictures that readers may see
     */
    public static @Nullable SeoView of(@Nullable Seo seo, Map<UUID, Picture> pictures) {
        return seo == null
                ? null
                : new SeoView(
                        seo.title(),
                        seo.description(),
                        seo.noIndex(),
                        seo.imageId() == null ? null : pictures.get(seo.imageId()));
    }
}
