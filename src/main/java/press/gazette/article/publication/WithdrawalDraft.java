package press.gazette.article.publication;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Withdrawal;

/** The reason of a withdrawal. */
@Schema(description = "The withdrawal of an article.")
public record WithdrawalDraft(
        @Schema(description = "The class of reason that readers are told.", example = "legal")
        Withdrawal.Reason reason,

        @Schema(
                description = "For the desk only, at most 2,000 characters.",
                example = "Letter of 12 May",
                maxLength = WithdrawalDraft.LONGEST_NOTE)
        @Nullable
        String note) {

    static final int LONGEST_NOTE = 2_000;

    public WithdrawalDraft {
        if (note != null && note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("The note is at most " + LONGEST_NOTE + " characters long.");
        }
    }
}
