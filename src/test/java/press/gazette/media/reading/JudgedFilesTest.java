package press.gazette.media.reading;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static press.gazette.media.MediaClient.MEDIA;
import static press.gazette.media.MediaClient.form;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import press.gazette.faults.Tool;
import press.gazette.media.TestFiles;
import press.gazette.media.TestPictures;
import press.gazette.newsroom.Keys;

/** The files that readers get, judged by ExifTool and ImageMagick: another decoder than ours, and all metadata that is known. */
@QuarkusTest
class JudgedFilesTest {

    private static final String SERIAL_NUMBER = "SN-4711-0815";

    /** ExifTool's groups of facts about the file and its pixels. All others are metadata that somebody wrote. */
    private static final Set<String> HARMLESS = Set.of("System", "File", "ExifTool", "JFIF", "RIFF", "Composite");

    /** Of one channel, by the compression. */
    private static final int DEVIATION = 45;

    @TempDir
    Path folder;

    @AfterEach
    void tidyUp() {
        TestFiles.tidyUp();
    }

    @Test
    void turnedPictureIsUpright() throws Exception {
        judge("turned.jpg", TestPictures.of("jpeg", 1_200, 800), 6, 800, 1_200, 0x0000ff);
    }

    @Test
    void mirroredPictureIsUpright() throws Exception {
        judge("mirrored.webp", TestPictures.webp(700, 500), 2, 700, 500, 0x00ff00);
    }

    @Test
    void pictureOfInksHasTheColoursOfScreens() throws Exception {
        judge("inks.jpg", TestPictures.cmyk(640, 480), 1, 640, 480, 0xff0000);
    }

    @Test
    void deepPictureHasEightBits() throws Exception {
        judge("deep.png", TestPictures.of("png", deep(640, 480)), 1, 640, 480, 0xff8040);
    }

    /** The profile says that light is stored as it is: half of it is brighter on a screen than 128 of 255. */
    @Test
    void pictureWithAProfileHasTheColoursOfScreens() throws Exception {
        BufferedImage grey = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 480; y++) {
            for (int x = 0; x < 640; x++) {
                grey.setRGB(x, y, 0x808080);
            }
        }
        Path profile = Files.write(
                folder.resolve("linear.icc"),
                ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData());
        judge("linear.jpg", TestPictures.of("jpeg", grey), 1, 640, 480, 0xbcbcbc, "-icc_profile<=" + profile);
    }

    @Test
    void filmTellsNoPlace() throws Exception {
        byte[] sent = TestFiles.mp4("judged");
        assertThat(metadata(List.of(write("sent.mp4", sent))).get(0).toString()).contains("48.2082");
        Response filed =
                Keys.asAdmin().multiPart("file", "any", sent, "video/mp4").post(MEDIA);
        Path file = write("served.mp4", when().get(filed.<String>path("url")).asByteArray());
        assertThat(metadata(List.of(file)).get(0).toString()).doesNotContain("48.2082", "GPS");
    }

    private void judge(
            String name, byte[] pixels, int orientation, int width, int height, int aboveLeft, String... further)
            throws Exception {
        Path original = tagged(write(name, pixels), orientation, further);
        assertThat(metadata(List.of(original)).get(0).toString())
                .as("the original")
                .contains("GPSLatitude", SERIAL_NUMBER);
        Response filed = form(Files.readAllBytes(original));
        filed.then().statusCode(201);
        String id = filed.path("id");
        Path desk = write(
                "desk-" + name, Keys.asAdmin().get(MEDIA + "/" + id + "/file").asByteArray());
        assertThat(metadata(List.of(desk)).get(0).toString())
                .as("the desk's file")
                .contains("GPSLatitude", SERIAL_NUMBER);
        List<Map<String, Object>> renditions = filed.path("renditions");
        assertThat(renditions.get(0).get("width")).isEqualTo(width);
        assertThat(renditions.get(0).get("height")).isEqualTo(height);
        List<Path> files = new ArrayList<>();
        List<String> wanted = new ArrayList<>();
        for (Map<String, Object> each : renditions) {
            for (String member : List.of("url", "webp")) {
                String url = (String) each.get(member);
                byte[] served = when().get(url).then().statusCode(200).extract().asByteArray();
                assertThat(new String(served, StandardCharsets.ISO_8859_1)).doesNotContain(SERIAL_NUMBER);
                files.add(write(each.get("name") + "-" + url.substring(url.lastIndexOf('/') + 1), served));
                wanted.add((member.equals("url") ? "JPEG " : "WEBP ") + each.get("width") + " " + each.get("height")
                        + " sRGB 8 Undefined");
            }
        }
        assertThat(lines(files, "%m %w %h %[colorspace] %z %[orientation]\n")).isEqualTo(wanted);
        for (String channels :
                lines(files, "%[fx:round(255*p{3,3}.r)] %[fx:round(255*p{3,3}.g)] %[fx:round(255*p{3,3}.b)]\n")) {
            String[] colour = channels.split(" ", -1);
            for (int i = 0; i < 3; i++) {
                assertThat(Integer.parseInt(colour[i]) - ((aboveLeft >> (16 - 8 * i)) & 0xff))
                        .as("%s instead of %06x", channels, aboveLeft)
                        .isBetween(-DEVIATION, DEVIATION);
            }
        }
        for (Map<String, Object> facts : metadata(files)) {
            assertThat(facts.keySet().stream()
                            .filter(key -> key.contains(":"))
                            .map(key -> key.substring(0, key.indexOf(':')))
                            .collect(Collectors.toSet()))
                    .as("%s", facts)
                    .isSubsetOf(HARMLESS);
            assertThat(facts.keySet())
                    .doesNotContain("File:Comment", "ExifTool:Warning", "ExifTool:Error")
                    .noneMatch(key -> key.contains("GPS"));
        }
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    /** The file with the place, the camera, and words, in each form that its type has. */
    private static Path tagged(Path file, int orientation, String... further) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Tool.require("exiftool"),
                "-overwrite_original",
                "-n",
                "-Orientation=" + orientation,
                "-GPSLatitude=48.2082",
                "-GPSLatitudeRef=N",
                "-GPSLongitude=16.3738",
                "-GPSLongitudeRef=E",
                "-ExifIFD:SerialNumber=" + SERIAL_NUMBER,
                "-ExifIFD:LensSerialNumber=" + SERIAL_NUMBER,
                "-XMP-exif:GPSLatitude=48.2082",
                "-XMP-aux:SerialNumber=" + SERIAL_NUMBER,
                "-IPTC:City=Vienna",
                "-Comment=Near the canal"));
        command.addAll(List.of(further));
        command.add(file.toString());
        output(command);
        return file;
    }

    /** All that ExifTool finds, with its groups. */
    private static List<Map<String, Object>> metadata(List<Path> files) throws Exception {
        List<String> command = Stream.concat(
                        Stream.of(Tool.require("exiftool"), "-q", "-j", "-G1", "-a", "-u", "-ee", "-n"),
                        files.stream().map(Path::toString))
                .toList();
        return JsonPath.from(output(command)).getList("");
    }

    /** A line of ImageMagick for each file. */
    private static List<String> lines(List<Path> files, String format) throws Exception {
        List<String> command = Stream.concat(
                        Stream.of(Tool.require("identify"), "-format", format),
                        files.stream().map(Path::toString))
                .toList();
        return output(command).lines().toList();
    }

    private static String output(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    /** Sixteen bits for each channel: all of red, half of green, a quarter of blue. */
    private static BufferedImage deep(int width, int height) {
        ColorModel colours = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, ColorModel.OPAQUE, DataBuffer.TYPE_USHORT);
        WritableRaster pixels = Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, width, height, 3, null);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels.setPixel(x, y, new int[] {0xffff, 0x8080, 0x4040});
            }
        }
        return new BufferedImage(colours, pixels, false, null);
    }
}
