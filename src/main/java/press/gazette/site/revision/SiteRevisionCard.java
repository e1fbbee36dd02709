package press.gazette.site.revision;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.site.SiteRevision;

/** A revision of the site document with its author and its last publication, without its content. */
@Schema(description = "A revision of the site document.")
public record SiteRevisionCard(
        @Schema(description = "The number of the revision, from 1.", example = "3")
        int number,

        @Schema(description = "The time of the save.") Instant at,

        @Schema(description = "The author of the save.", example = "bootstrap")
        String author,

        @Schema(description = "The author's note on the save. Absent: none.") @Nullable
        String note,

        @Schema(description = "The time of its last publication. Absent: never published.") @Nullable
        Instant publishedAt,

        @Schema(
                description =
                        "The author of its last publication. Absent: never published, or published by an importer.")
        @Nullable
        String publishedBy) {

    static SiteRevisionCard of(SiteRevision revision) {
        return new SiteRevisionCard(
                revision.number(),
                revision.savedAt(),
                revision.author(),
                revision.note(),
                revision.publishedAt(),
                revision.publishedBy());
    }
}
