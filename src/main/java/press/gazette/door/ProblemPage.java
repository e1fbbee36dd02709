package press.gazette.door;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The documentation of a type of problem. */
@Schema(description = "A type of problem, explained.")
public record ProblemPage(
        @Schema(
                description = "Permanent name of the type, and the URL of this page.",
                example = "/problems/unknown-parameter")
        String type,

        @Schema(description = "Last segment of the type.", example = "unknown-parameter")
        String code,

        @Schema(description = "Short summary of the type.", example = "Unknown parameter")
        String title,

        @Schema(description = "HTTP status of the type.", example = "400")
        int status,

        @Schema(description = "Meaning of the type.") String meaning,

        @Schema(description = "Advice to the client.") String remedy) {}
