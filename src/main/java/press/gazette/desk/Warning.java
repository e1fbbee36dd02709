package press.gazette.desk;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that a write may do and that may be a mistake.
 *
 * @param code a word for programs
 * @param pointer the member that it is about (RFC 6901); absent: the thing as a whole
 */
@Schema(description = "Something that is allowed and may be a mistake.")
public record Warning(
        @Schema(description = "A word for programs. Expect further ones.", example = "no-picture")
        String code,

        @Schema(description = "The member that it is about, as a JSON Pointer. Absent: the thing as a whole.") @Nullable
        String pointer,

        @Schema(description = "A sentence for people.", example = "The article has no picture.")
        String detail) {}
