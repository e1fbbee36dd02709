package press.gazette.media.rendition;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The point of a picture that crops must keep.
 *
 * @param x of the width, in percent
 * @param y of the height, in percent
 */
@Schema(
        description =
                "The point of a picture that crops must keep, in percent; also a value for object-position in CSS.")
public record Focus(
        @Schema(description = "From the left, in percent of the width.", example = "50", minimum = "0", maximum = "100")
        int x,

        @Schema(description = "From the top, in percent of the height.", example = "30", minimum = "0", maximum = "100")
        int y) {

    /** The middle. */
    public static final Focus MIDDLE = new Focus(50, 50);
}
