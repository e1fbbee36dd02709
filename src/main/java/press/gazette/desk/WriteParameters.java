package press.gazette.desk;

import java.util.List;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;

import org.jspecify.annotations.Nullable;

import press.gazette.problem.Word;

/**
 * How a client wants its write to be done, as it came. The contract describes these once for all operations. A list that
 * is a header leaves out empty values, so Idempotency-Key is not among them: whoever sends an empty one must hear of it.
 *
 * @param ifMatch the versions that the client has read (RFC 9110 §13.1.1)
 * @param prefer what the answer shall be like (RFC 7240)
 * @param dryRun {@code true}: do everything and keep nothing
 */
public record WriteParameters(
        @HeaderParam("If-Match") List<String> ifMatch,
        @HeaderParam("Prefer") List<String> prefer,

        @QueryParam("dryRun") @Nullable String dryRun) {

    public boolean isDryRun() {
        return Word.flag("dryRun", dryRun);
    }

    Preference preference() {
        return Preference.parse(prefer);
    }
}
