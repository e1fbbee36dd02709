package press.gazette.desk;

import java.util.List;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;

import org.jspecify.annotations.Nullable;

import press.gazette.problem.ParameterValue;

/**
 * The parameters of a write, unparsed. The contract describes them once for all operations. Idempotency-Key is not
 * among them: JAX-RS drops empty values from a list of headers, but an empty key must be rejected.
 *
 * @param ifMatch the versions that the client has read (RFC 9110 §13.1.1)
 * @param prefer the wanted form of the response (RFC 7240)
 * @param dryRun {@code true} to roll everything back
 */
public record WriteParameters(
        @HeaderParam("If-Match") List<String> ifMatch,
        @HeaderParam("Prefer") List<String> prefer,

        @QueryParam("dryRun") @Nullable String dryRun) {

    /** No parameters, as in a batch. */
    public static final WriteParameters NONE = new WriteParameters(List.of(), List.of(), null);

    /** A write to a version of a resource, as in a batch. */
    public static WriteParameters matching(String ifMatch) {
        return new WriteParameters(List.of(ifMatch), List.of(), null);
    }

    public boolean isDryRun() {
        return ParameterValue.flag("dryRun", dryRun);
    }

    Preference preference() {
        return Preference.parse(prefer);
    }
}
