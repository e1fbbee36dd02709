package press.gazette.delivery;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.problem.Problem;

/** A refusal or failure as JSON: problem details for HTTP APIs (RFC 9457). */
@Schema(name = "Problem", description = "A refusal or failure: problem details for HTTP APIs (RFC 9457).")
public record ProblemView(
        @Schema(
                description =
                        "Names the kind of problem for ever; dereference it to read what it means and what to do.",
                example = "/problems/unknown-parameter")
        String type,

        @Schema(description = "The kind of problem in words.", example = "Unknown parameter")
        String title,

        @Schema(description = "The HTTP status again.", example = "400")
        int status,

        @Schema(
                description = "The last segment of the type, for programs that switch on it.",
                example = "unknown-parameter")
        String code,

        @Schema(
                description = "What is wrong this time and what would be right.",
                example = "There is no parameter \"limt\". Did you mean \"limit\"?")
        String detail,

        @Schema(description = "The path that was asked for.", example = "/v1/articles")
        String instance,

        @Schema(
                description =
                        "Why an article was withdrawn: legal, error, rights or other. Absent in all other problems.")
        @Nullable
        String reason,

        @Schema(description = "Each thing that is wrong with the input. Absent: nothing in particular.")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Problem.Fault> errors,

        @Schema(
                description =
                        "Only in 5xx: names the occurrence in the server's log. Every answer has it as header Trace-Id.")
        @Nullable
        String traceId) {}
