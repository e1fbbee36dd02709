package press.gazette.media.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaTest {

    @ParameterizedTest
    @CsvSource({
        "1000, 500, 1, 1, 50, 50, 250, 0, 500, 500",
        "1000, 500, 1, 1, 0, 50, 0, 0, 500, 500",
        "1000, 500, 1, 1, 100, 50, 500, 0, 500, 500",
        "1000, 500, 1, 1, 60, 50, 350, 0, 500, 500",
        "500, 1000, 1, 1, 50, 30, 0, 50, 500, 500",
        "1000, 500, 2, 1, 10, 10, 0, 0, 1000, 500",
        "1, 1, 1200, 630, 50, 50, 0, 0, 1, 1",
        "30000, 1, 1, 1, 50, 50, 15000, 0, 1, 1"
    })
    void areaIsTheLargestOfItsShapeNearTheFocus(
            int width, int height, int wide, int high, int focusX, int focusY, int x, int y, int w, int h) {
        assertThat(Area.of(width, height, wide, high, focusX, focusY)).isEqualTo(new Area(x, y, w, h));
    }

    /** Quarters of a stored picture of 40 by 20, each found where the upright picture has it. */
    @Test
    void storedAreaIsWithinThePicture() {
        for (int number = 1; number <= 8; number++) {
            Orientation orientation = new Orientation(number);
            int width = orientation.isTurned() ? 20 : 40;
            int height = orientation.isTurned() ? 40 : 20;
            Area corner = orientation.stored(new Area(width - 5, height - 3, 5, 3), 40, 20);
            assertThat(corner.x()).isBetween(0, 40 - corner.width());
            assertThat(corner.y()).isBetween(0, 20 - corner.height());
        }
    }
}
