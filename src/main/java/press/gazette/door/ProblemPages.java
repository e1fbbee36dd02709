package press.gazette.door;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All kinds of problems. */
@Schema(description = "All kinds of problems.")
public record ProblemPages(
        @Schema(description = "By status.") List<ProblemPage> items) {}
