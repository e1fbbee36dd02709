package press.gazette.curation;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A curated list, resolved for readers. */
@Schema(description = "A curated list with what stands in it now.")
public record ListView(
        @Schema(description = "Its address in /v1/lists/{key}; never changes.", example = "editors-picks")
        String key,

        @Schema(description = "What readers see above it.", example = "Editor's Picks")
        String title,

        @Schema(
                description = "manual: placed by hand; query: found by a query; hybrid: both. Expect further kinds.",
                example = "hybrid")
        ListKind kind,

        @Schema(description = "The number of the editors' revision that is live.", example = "1")
        int revision,

        @Schema(
                description =
                        "The newest of: when the live revision was saved, and when any article in the list was edited. "
                                + "The same on every node.")
        Instant resolvedAt,

        @Schema(description = "In the order to show.") List<ListItem> items) {}
