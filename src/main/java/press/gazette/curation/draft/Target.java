package press.gazette.curation.draft;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.json.Alternatives;

/** What an entry places. */
@Alternatives
@Schema(description = "What an entry places: exactly one of article, latestOf, link.")
public record Target(
        @Schema(description = "The slug or id of an article, public or not.", example = "gas-contract-averil") @Nullable
        String article,

        @Schema(
                description =
                        "The slug or id of a tag: the newest article of it that is neither excluded nor placed by hand.",
                example = "putin")
        @Nullable
        String latestOf,

        @Schema(description = "Something elsewhere on the web.") @Nullable
        ExternalLink link) {

    public Target {
        if (Stream.of(article, latestOf, link).filter(Objects::nonNull).count() != 1) {
            throw new IllegalArgumentException("A target is exactly one of article, latestOf and link.");
        }
    }

    /** The article, where ids stand in place of slugs; empty: it is something else. */
    public Optional<UUID> articleId() {
        return Optional.ofNullable(article).map(UUID::fromString);
    }

    /** The tag whose newest article it is, where ids stand in place of slugs; empty: it is something else. */
    public Optional<UUID> latestTag() {
        return Optional.ofNullable(latestOf).map(UUID::fromString);
    }
}
