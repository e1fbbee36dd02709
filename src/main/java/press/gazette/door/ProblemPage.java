package press.gazette.door;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What there is to know about a kind of problem. */
@Schema(description = "A kind of problem, explained.")
public record ProblemPage(
        @Schema(
                description = "Its name for ever, and the address of this page.",
                example = "/problems/unknown-parameter")
        String type,

        @Schema(description = "The last segment of the type.", example = "unknown-parameter")
        String code,

        @Schema(description = "The kind of problem in words.", example = "Unknown parameter")
        String title,

        @Schema(description = "The HTTP status that it comes with.", example = "400")
        int status,

        @Schema(description = "What it means.") String meaning,

        @Schema(description = "What a client should do about it.")
        String remedy) {}
