package press.gazette.curation.draft;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One source from which a list takes what its entries leave free. */
@Schema(
        description =
                "One source from which a list takes what its entries leave free: exactly one of query, list, latestOf.")
public record Fill(
        @Schema(description = "Articles that fit.") @Nullable
        FillQuery query,

        @Schema(description = "The key of another list: the articles that stand in it.", example = "world-news")
        @Nullable
        String list,

        @Schema(
                description = "The slug or id of a tag: the newest article of it that is not in the list yet.",
                example = "putin")
        @Nullable
        String latestOf,

        @Schema(description = "The group that its articles go into. Absent: the last one, if there are groups.")
        @Nullable
        String group) {

    public Fill {
        if (Stream.of(query, list, latestOf).filter(Objects::nonNull).count() != 1) {
            throw new IllegalArgumentException("A source is exactly one of query, list and latestOf.");
        }
    }

    /** The tag whose newest article it takes, where ids stand in place of slugs. */
    public Optional<UUID> latestTag() {
        return Optional.ofNullable(latestOf).map(UUID::fromString);
    }

    /** The list that it takes from, where ids stand in place of keys. */
    public Optional<UUID> listId() {
        return Optional.ofNullable(list).map(UUID::fromString);
    }
}
