package press.gazette.curation.desk;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.curation.draft.ListKind;

/** A list in the desk's listing. */
@Schema(description = "A curated list in the desk's listing.")
public record DeskListCard(
        @Schema(description = "Its address.", example = "editors-picks")
        String key,

        @Schema(description = "Of a public list, what readers see above it.", example = "Editor's Picks")
        String title,

        @Schema(description = "manual, query or hybrid.", example = "hybrid")
        ListKind kind,

        @Schema(description = "The number of the working draft.", example = "4")
        int revision,

        @Schema(
                description = "The number of the revision that readers see. Absent: the list is not public.",
                example = "3")
        @Nullable
        Integer liveRevision,

        @Schema(description = "When a revision goes live by itself. Absent: none does.") @Nullable
        Instant publishAt,

        @Schema(description = "The last change of any kind.")
        Instant modifiedAt,

        @Schema(description = "Whose it was. Absent: an importer's.") @Nullable
        String modifiedBy,

        @Schema(description = "The ETag's number.", example = "3")
        int version) {}
