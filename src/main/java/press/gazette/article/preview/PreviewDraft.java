package press.gazette.article.preview;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.problem.Faults;

/** A preview link as editors ask for it. */
@Schema(description = "A preview link to an article that readers cannot see yet.")
public record PreviewDraft(
        @Schema(description = "The article's id or slug.", example = "gas-contract-averil")
        String article,

        @Schema(
                description = "The expiry of the link, to the second. Absent: after the server's configured lifetime.",
                example = "2027-01-31T18:00:00Z")
        @Nullable
        Instant expiresAt,

        @Schema(
                description = "The recipient or purpose, at most 500 characters.",
                example = "For the lawyers",
                maxLength = PreviewDraft.LONGEST_NOTE)
        @Nullable
        String note) {

    static final int LONGEST_NOTE = 500;

    public PreviewDraft {
        if (note != null && note.length() > LONGEST_NOTE) {
            Faults faults = new Faults();
            faults.add("/note", "This is at most " + LONGEST_NOTE + " characters long.");
            faults.refuse();
        }
    }
}
