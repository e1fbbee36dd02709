package press.gazette.curation.explain;

import java.time.Instant;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

import press.gazette.problem.Problem;
import press.gazette.problem.Word;
import press.gazette.time.Timestamp;

/** The query parameters of a resolution, as they came. */
public record ResolutionParameters(
        @Parameter(
                description =
                        "As readers saw it or would see it then, articles as they are now; RFC 3339, years 1600 to "
                                + "9998. Without it, now.",
                example = "2100-01-01T06:00:00Z")
        @QueryParam("at")
        @Nullable
        String at,

        @Parameter(description = "true: with everything that was dropped, and why.", example = "true")
        @QueryParam("explain")
        @Nullable
        String explain) {

    Instant at(Instant now) {
        return at == null ? now : Word.read("at", at, Timestamp::parse);
    }

    boolean isExplained() {
        if (explain == null || explain.equals("true") || explain.equals("false")) {
            return "true".equals(explain);
        }
        throw Problem.invalidParameter("explain", "The parameter explain is true or false.");
    }
}
