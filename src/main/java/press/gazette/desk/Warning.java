package press.gazette.desk;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A valid value that may be a mistake.
 *
 * @param code for programs
 * @param pointer the member concerned (RFC 6901); null for the whole resource
 */
@Schema(description = "A valid value that may be a mistake.")
public record Warning(
        @Schema(description = "Code for programs. More codes may be added.", example = "no-picture")
        String code,

        @Schema(
                description =
                        "JSON Pointer to the member concerned. Absent if the warning concerns the whole resource.")
        @Nullable
        String pointer,

        @Schema(description = "Sentence for people.", example = "The article has no picture.")
        String detail) {}
