package press.gazette.article.desk;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Article;
import press.gazette.article.Status;
import press.gazette.article.Withdrawal;
import press.gazette.desk.Outcome;

/** Why an article is taken away. */
@Schema(description = "Why an article is taken away.")
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

    public Outcome withdraw(Article article, Instant now) {
        boolean again = article.life().status() == Status.WITHDRAWN;
        article.withdraw(reason, note, now);
        return Outcome.of(again);
    }
}
