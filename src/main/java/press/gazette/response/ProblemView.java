package press.gazette.response;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.problem.Problem;

/** A refusal or failure as JSON: problem details for HTTP APIs (RFC 9457). */
@Schema(name = "Problem", description = "A refusal or failure: problem details for HTTP APIs (RFC 9457).")
public record ProblemView(
        @Schema(
                description = "The permanent name of the kind of problem; the URL explains its meaning and remedy.",
                example = "/problems/unknown-parameter")
        String type,

        @Schema(description = "The kind of problem in words.", example = "Unknown parameter")
        String title,

        @Schema(description = "The HTTP status.", example = "400")
        int status,

        @Schema(
                description = "The last segment of the type, for programs that switch on it.",
                example = "unknown-parameter")
        String code,

        @Schema(
                description = "The fault of this request, with the remedy.",
                example = "There is no parameter \"limt\". Did you mean \"limit\"?")
        String detail,

        @Schema(description = "The path of the request.", example = "/v1/articles")
        String instance,

        @Schema(
                description =
                        "The reason of a withdrawal: legal, error, rights or other. Absent in all other problems.")
        @Nullable
        String reason,

        @Schema(description = "All faults of the input. Absent: no single part of it is at fault.")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Problem.Fault> errors,

        @Schema(description = "Only in 5xx: the name of the occurrence in the server's log, as in the header Trace-Id.")
        @Nullable
        String traceId) {}
