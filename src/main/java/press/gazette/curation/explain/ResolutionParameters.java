package press.gazette.curation.explain;

import java.time.Instant;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

import press.gazette.problem.ParameterValue;
import press.gazette.problem.Problem;
import press.gazette.time.Timestamp;

/** The unchecked query parameters of a resolution. */
public record ResolutionParameters(
        @Parameter(
                description =
                        "The time of the resolution, with the present states of the articles; RFC 3339, years 1600 to "
                                + "9998. Absent: now.",
                example = "2100-01-01T06:00:00Z")
        @QueryParam("at")
        @Nullable
        String at,

        @Parameter(
                description = "true: the response has the dropped candidates and the reasons. Absent: false.",
                example = "true")
        @QueryParam("explain")
        @Nullable
        String explain) {

    Instant at(Instant now) {
        return at == null ? now : ParameterValue.parse("at", at, Timestamp::parse);
    }

    boolean isExplained() {
        if (explain == null || explain.equals("true") || explain.equals("false")) {
            return "true".equals(explain);
        }
        throw Problem.invalidParameter("explain", "The parameter explain must be true or false.");
    }
}
