package press.gazette.door;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All types of problems. */
@Schema(description = "All types of problems.")
public record ProblemPages(
        @Schema(description = "All types, in the order of their status.")
        List<ProblemPage> items) {}
