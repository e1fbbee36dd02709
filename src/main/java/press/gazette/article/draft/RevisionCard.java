package press.gazette.article.draft;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A revision in the listing, without its content. */
@Schema(description = "A revision in the listing.")
public record RevisionCard(
        @Schema(description = "Counts from 1 in each article.", example = "3")
        int number,

        @Schema(description = "The time of the save.") Instant at,

        @Schema(description = "The editor who saved it.", example = "bootstrap")
        String author,

        @Schema(description = "The purpose of the save. Absent: no note.") @Nullable
        String note) {

    static RevisionCard of(Revision revision) {
        return new RevisionCard(revision.number(), revision.at(), revision.author(), revision.note());
    }
}
