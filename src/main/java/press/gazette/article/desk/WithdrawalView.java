package press.gazette.article.desk;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Withdrawal;

/** The withdrawal of an article, with the note of the desk. */
@Schema(description = "The withdrawal of an article. Readers are told the reason and nothing else.")
public record WithdrawalView(
        @Schema(description = "The class of reason. Expect further reasons.", example = "legal")
        Withdrawal.Reason reason,

        @Schema(description = "For the desk only. Absent: none.") @Nullable
        String note,

        @Schema(description = "The time of the first withdrawal.")
        Instant at) {

    static @Nullable WithdrawalView of(@Nullable Withdrawal withdrawal) {
        return withdrawal == null ? null : new WithdrawalView(withdrawal.reason(), withdrawal.note(), withdrawal.at());
    }
}
