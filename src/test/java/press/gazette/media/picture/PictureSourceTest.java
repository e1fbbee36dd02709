package press.gazette.media.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.media.TestFiles;
import press.gazette.media.TestPictures;

class PictureSourceTest {

    private static final int MOST = 1_000_000;

    @TempDir
    Path folder;

    /** Colours above left and below right after the turn, by the orientation. */
    @ParameterizedTest
    @CsvSource({
        "1, ff0000, ffffff",
        "2, 00ff00, 0000ff",
        "3, ffffff, ff0000",
        "4, 0000ff, 00ff00",
        "5, ff0000, ffffff",
        "6, 0000ff, 00ff00",
        "7, ffffff, ff0000",
        "8, 00ff00, 0000ff"
    })
    void pictureIsTurnedUpright(int orientation, String first, String last) throws Exception {
        PictureSource source = source("png", TestPictures.of("png", 80, 40), orientation);
        int width = orientation >= 5 ? 40 : 80;
        int height = orientation >= 5 ? 80 : 40;
        BufferedImage whole = source.decode(new Area(0, 0, width, height), width);
        assertThat(whole.getWidth()).isEqualTo(width);
        assertThat(whole.getHeight()).isEqualTo(height);
        assertThat(colour(whole, 2, 2)).isEqualTo(first);
        assertThat(colour(whole, width - 3, height - 3)).isEqualTo(last);
        BufferedImage corner = source.decode(new Area(width - 10, height - 10, 10, 10), 10);
        assertThat(colour(corner, 5, 5)).as("a part").isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"jpeg", "png", "gif", "webp"})
    void largePictureIsDecodedCoarsely(String format) throws Exception {
        byte[] file = format.equals("webp") ? TestPictures.webp(800, 400) : TestPictures.of(format, 800, 400);
        BufferedImage coarse = source(format, file, 1).decode(new Area(0, 0, 800, 400), 50);
        assertThat(coarse.getWidth()).isBetween(50, 150);
        assertThat(Pixels.colour(coarse)).matches("#[78][0-9a-f][78][0-9a-f][78][0-9a-f]");
    }

    @Test
    void otherColoursBecomeRgb() throws Exception {
        BufferedImage inks = source("jpeg", TestPictures.cmyk(20, 20), 1).decode(new Area(0, 0, 20, 20), 20);
        assertThat(inks.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
        BufferedImage grey = TestPictures.quarters(20, 20, BufferedImage.TYPE_USHORT_GRAY);
        BufferedImage deep = source("png", TestPictures.of("png", grey), 1).decode(new Area(0, 0, 20, 20), 20);
        assertThat(deep.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
        BufferedImage clear = TestPictures.quarters(20, 20, BufferedImage.TYPE_INT_ARGB);
        clear.setRGB(0, 0, 0);
        BufferedImage decoded = source("png", TestPictures.of("png", clear), 1).decode(new Area(0, 0, 20, 20), 20);
        assertThat(decoded.getColorModel().hasAlpha()).isTrue();
        assertThat(decoded.getRGB(0, 0)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"jpeg, 0.5", "jpeg, 0.05", "png, 0.5", "gif, 0.5", "webp, 0.5", "webp, 0.05"})
    void cutPictureIsBroken(String format, double kept) throws IOException {
        byte[] whole = format.equals("webp") ? TestPictures.webp(300, 300) : TestPictures.of(format, 300, 300);
        byte[] cut = TestFiles.cut(whole, (int) (whole.length * (1 - kept)));
        PictureSource source = source(format, cut, 1);
        assertThatThrownBy(() -> source.decode(new Area(0, 0, 300, 300), 100)).isInstanceOf(BrokenPicture.class);
    }

    @Test
    void pictureThatIsLargerThanItsHeadSaysIsNotDecoded() throws IOException {
        PictureSource source = source("png", TestPictures.pngThatClaims(50_000, 50_000), 1);
        assertThatThrownBy(() -> source.decode(new Area(0, 0, 10, 10), 10)).isInstanceOf(BrokenPicture.class);
    }

    private PictureSource source(String format, byte[] content, int orientation) throws IOException {
        Path file = Files.write(folder.resolve("picture"), content);
        return new PictureSource(file, format, new Orientation(orientation), MOST);
    }

    private static String colour(BufferedImage picture, int x, int y) {
        return String.format("%06x", picture.getRGB(x, y) & 0xffffff);
    }
}
