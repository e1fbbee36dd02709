package press.gazette.exporter.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

import org.junit.jupiter.api.Test;

/** Archives that are written can be read, and damaged ones are rejected. */
class TarTest {

    @Test
    void filesComeBack() throws IOException {
        byte[] archive = archive("content/000001.ndjson", "one\n", "files/abc.jpg", "x".repeat(1_500));
        assertThat(archive.length % 512).isZero();
        assertThat(Tar.isHead(archive)).isTrue();
        ByteArrayInputStream in = new ByteArrayInputStream(archive);
        assertThat(next(in)).isEqualTo("content/000001.ndjson: one\n");
        assertThat(next(in)).isEqualTo("files/abc.jpg: " + "x".repeat(1_500));
        assertThat(Tar.next(in)).isNull();
    }

    @Test
    void damagedHeadIsRejected() throws IOException {
        byte[] archive = archive("a", "one");
        archive[0] = 'b';
        assertThatThrownBy(() -> Tar.next(new ByteArrayInputStream(archive)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void cutOffContentIsRejected() throws IOException {
        byte[] archive = Arrays.copyOf(archive("a", "x".repeat(600)), 900);
        assertThatThrownBy(() -> next(new ByteArrayInputStream(archive)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cut off within a");
    }

    private static byte[] archive(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            byte[] text = namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8);
            Tar.write(namesAndTexts[i], text.length, new ByteArrayInputStream(text), out);
        }
        Tar.end(out);
        return out.toByteArray();
    }

    private static String next(ByteArrayInputStream in) throws IOException {
        Tar.Entry entry = Objects.requireNonNull(Tar.next(in));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        Tar.read(entry, in, text);
        return entry.name() + ": " + text.toString(StandardCharsets.UTF_8);
    }
}
