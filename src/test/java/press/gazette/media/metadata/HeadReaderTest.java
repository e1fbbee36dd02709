package press.gazette.media.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import press.gazette.media.TestFiles;
import press.gazette.media.TestPictures;

class HeadReaderTest {

    @TempDir
    Path folder;

    private interface Reader {
        PictureHead read(FileChannel file) throws IOException;
    }

    @Test
    void sizesAreRead() throws IOException {
        assertThat(size(HeadReader::jpeg, TestPictures.of("jpeg", 33, 22))).isEqualTo("33x22");
        assertThat(size(HeadReader::png, TestPictures.of("png", 33, 22))).isEqualTo("33x22");
        assertThat(size(HeadReader::gif, TestPictures.of("gif", 33, 22))).isEqualTo("33x22");
        assertThat(size(HeadReader::webp, TestPictures.webp(33, 22))).isEqualTo("33x22");
        assertThat(size(HeadReader::heif, TestPictures.heif("avif", 33, 22))).isEqualTo("33x22");
        assertThat(size(HeadReader::png, TestPictures.pngThatClaims(50_000, 50_000)))
                .isEqualTo("50000x50000");
    }

    @Test
    void scansOfProgressiveJpegsAreCounted() throws IOException {
        assertThat(read(HeadReader::jpeg, TestPictures.of("jpeg", 33, 22)).scans())
                .isZero();
        int scans = read(HeadReader::jpeg, TestPictures.progressive(33, 22, 0)).scans();
        assertThat(scans).isBetween(5, 20);
        byte[] more = TestFiles.join(TestPictures.progressive(33, 22, 7), TestPictures.progressive(33, 22, 0));
        assertThat(read(HeadReader::jpeg, more).scans())
                .as("without those of a second picture")
                .isEqualTo(scans + 7);
    }

    /** Decoders skip a comment by its length, so nothing in it ends the picture. */
    @Test
    void scansBehindACommentAreCounted() throws IOException {
        byte[] picture = TestPictures.progressive(33, 22, 0);
        int scans = read(HeadReader::jpeg, picture).scans();
        int second = scan(picture, scan(picture, 0) + 1);
        byte[] comment = {(byte) 0xff, (byte) 0xfe, 0, 6, (byte) 0xff, (byte) 0xd9, (byte) 0xff, (byte) 0xda};
        byte[] commented = TestFiles.join(
                Arrays.copyOf(picture, second), comment, Arrays.copyOfRange(picture, second, picture.length));
        assertThat(read(HeadReader::jpeg, commented).scans()).isEqualTo(scans);
    }

    /** The place of the next scan's marker. */
    private static int scan(byte[] picture, int from) {
        int at = from;
        while (picture[at] != (byte) 0xff || picture[at + 1] != (byte) 0xda) {
            at++;
        }
        return at;
    }

    @Test
    void textsAreRead() throws IOException {
        byte[] file = TestPictures.withBlocks(
                TestPictures.of("jpeg", 10, 10),
                TestPictures.exif(6, "A description"),
                TestPictures.xmp("A  boat\n leaves", "Ida Roe", "A boat"));
        assertThat(PictureTexts.of(read(HeadReader::jpeg, file)))
                .isEqualTo(new PictureTexts("A boat leaves", "Ida Roe", "A boat", "digitalCapture", 6));
        byte[] plain = TestPictures.withBlocks(TestPictures.of("jpeg", 10, 10), TestPictures.exif(3, "A description"));
        assertThat(PictureTexts.of(read(HeadReader::jpeg, plain)))
                .isEqualTo(new PictureTexts("A description", null, null, null, 3));
    }

    @Test
    void entitiesAndHugeBlocksAreNotRead() throws IOException {
        String packet = new String(TestPictures.xmp("&e;", "Ida", "b"), StandardCharsets.UTF_8);
        String evil = packet.replace(
                "<?xpacket begin", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><?xpacket begin");
        byte[] file = TestPictures.withBlocks(TestPictures.of("jpeg", 10, 10), evil.getBytes(StandardCharsets.UTF_8));
        assertThat(PictureTexts.of(read(HeadReader::jpeg, file))).isEqualTo(PictureTexts.NONE);
        byte[][] many = new byte[20][];
        for (int i = 0; i < many.length; i++) {
            many[i] = TestPictures.exif(1, "x".repeat(60_000));
        }
        PictureHead head = read(HeadReader::jpeg, TestPictures.withBlocks(TestPictures.of("jpeg", 10, 10), many));
        assertThat(head.exif()).hasSizeLessThan(65_536);
        assertThat(PictureTexts.of(head).caption()).hasSize(2_000);
    }

    /** Whatever comes, reading ends and tells nothing wrong. */
    @Test
    void noiseIsRead() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] file = TestPictures.withBlocks(
                    TestPictures.of("jpeg", 10, 10), TestPictures.exif(6, "A text"), TestPictures.xmp("a", "b", "c"));
            for (int k = 0; k < 20; k++) {
                file[random.nextInt(Math.min(file.length, 1_500))] = (byte) random.nextInt();
            }
            for (Reader reader :
                    new Reader[] {HeadReader::jpeg, HeadReader::png, HeadReader::gif, HeadReader::webp, HeadReader::heif
                    }) {
                assertThat(PictureTexts.of(read(reader, file)).orientation()).isBetween(1, 8);
            }
        }
    }

    private String size(Reader reader, byte[] content) throws IOException {
        PictureHead head = read(reader, content);
        return head.width() + "x" + head.height();
    }

    private PictureHead read(Reader reader, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("picture"), content);
        try (FileChannel channel = FileChannel.open(file)) {
            return reader.read(channel);
        }
    }
}
