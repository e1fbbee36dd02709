package press.gazette.curation.draft;

import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A source from which a list takes the items that its entries leave free. */
@Schema(
        name = "Fill",
        description =
                "A source from which a list takes the items that its entries leave free: exactly one of query, list, latestOf.")
public record FillDraft(
        @Schema(description = "The articles that match this query.") @Nullable
        FillQueryDraft query,

        @Schema(description = "The key of another list, whose articles are taken.", example = "world-news") @Nullable
        String list,

        @Schema(
                description = "The slug or id of a tag, whose newest article that is not in the list yet is taken.",
                example = "putin")
        @Nullable
        String latestOf,

        @Schema(description = "The key of the group for the articles. Absent: the last group, if the list has groups.")
        @Nullable
        String group) {

    public FillDraft {
        if (Stream.of(query, list, latestOf).filter(Objects::nonNull).count() != 1) {
            throw new IllegalArgumentException("A source is exactly one of query, list and latestOf.");
        }
    }
}
