package press.gazette.media.rendition;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.media.file.StoredFile;
import press.gazette.media.picture.Area;
import press.gazette.problem.Faults;

/**
 * The point of a picture that crops must keep.
 *
 * @param x of the width, in percent
 * @param y of the height, in percent
 */
@Schema(
        description =
                "The point of a picture that crops must keep, in percent; also a value for object-position in CSS.")
@Embeddable
public record Focus(
        @Column(name = "focus_x")
        @Schema(description = "From the left, in percent of the width.", example = "50", minimum = "0", maximum = "100")
        int x,

        @Column(name = "focus_y")
        @Schema(description = "From the top, in percent of the height.", example = "30", minimum = "0", maximum = "100")
        int y) {

    private static final int PERCENT = 100;

    /** The middle. */
    public static final Focus MIDDLE = new Focus(50, 50);

    /** The largest area of an upright picture with a shape, as near to this point as the edges allow, in pixels. */
    Area area(StoredFile picture, int wide, int high) {
        return Area.of(picture.width(), picture.height(), wide, high, x, y);
    }

    /** Records a fault for a place outside of the picture. */
    public void check(Faults faults, String pointer) {
        String allowed = "This must be 0 to " + PERCENT + " percent.";
        faults.check(x >= 0 && x <= PERCENT, pointer + "/x", allowed);
        faults.check(y >= 0 && y <= PERCENT, pointer + "/y", allowed);
    }
}
