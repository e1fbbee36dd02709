package press.gazette.article.draft;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A revision in the listing: who saved it, when and why. */
@Schema(description = "A revision in the listing.")
public record RevisionCard(
        @Schema(description = "From 1 in each article.", example = "3")
        int number,

        @Schema(description = "When it was saved.") Instant at,

        @Schema(description = "Who saved it.", example = "bootstrap")
        String author,

        @Schema(description = "What the save was about. Absent: nobody said.") @Nullable
        String note) {

    static RevisionCard of(Revision revision) {
        return new RevisionCard(revision.number(), revision.at(), revision.author(), revision.note());
    }
}
