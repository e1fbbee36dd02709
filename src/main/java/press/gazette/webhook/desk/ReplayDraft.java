package press.gazette.webhook.desk;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.problem.Problem;

/** The events that are to be sent again: one, or all since a position. */
@Schema(description = "The events that are to be sent again: one delivery, or all changes behind a position.")
record ReplayDraft(
        @Schema(description = "Id of one delivery of the webhook.") @Nullable
        UUID delivery,

        @Schema(
                description = "Position in the ledger, the seq of an event. All later changes that match the webhook "
                        + "now are sent, of each thing at least the last.",
                minimum = "0",
                example = "8123")
        @Nullable
        Long after) {

    ReplayDraft {
        if ((delivery == null) == (after == null)) {
            throw Problem.invalidContent("", "A replay needs either delivery or after.");
        }
        if (after != null && after < 0) {
            throw Problem.invalidContent("/after", "This must be 0 or greater.");
        }
    }
}
