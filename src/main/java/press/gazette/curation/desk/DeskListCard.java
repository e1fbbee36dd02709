package press.gazette.curation.desk;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.curation.content.ListKind;

/** A list in the desk's listing. */
@Schema(description = "A curated list in the desk's listing.")
public record DeskListCard(
        @Schema(description = "The key of the list.", example = "editors-picks")
        String key,

        @Schema(
                description = "The heading of the list; of a public list, that of the live revision.",
                example = "Editor's Picks")
        String title,

        @Schema(description = "manual, query or hybrid.", example = "hybrid")
        ListKind kind,

        @Schema(description = "The number of the working draft.", example = "4")
        int revision,

        @Schema(description = "The number of the live revision. Absent: the list is not public.", example = "3")
        @Nullable
        Integer liveRevision,

        @Schema(description = "The time of the planned publication. Absent: none is planned.") @Nullable
        Instant publishAt,

        @Schema(description = "The time of the last change of any kind.")
        Instant modifiedAt,

        @Schema(description = "The author of the last change. Absent: an importer.") @Nullable
        String modifiedBy,

        @Schema(description = "The number in the ETag of the list.", example = "3")
        int version) {}
