package press.gazette.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Command lines, formats of files, and the line of progress. */
class ArgumentsTest {

    @TempDir
    private Path folder;

    @Test
    void importTakesFilesAndOptions() {
        Arguments parsed = parse("import", "a.xml", "--dry-run", "b.xml", "--mapping", "m.yaml");
        assertThat(parsed.verb()).isEqualTo(Arguments.Verb.IMPORT);
        assertThat(parsed.operands()).containsExactly("a.xml", "b.xml");
        assertThat(parsed.has("--dry-run")).isTrue();
        assertThat(parsed.value("--mapping")).isEqualTo("m.yaml");
        assertThat(parsed.isRemote()).isFalse();
    }

    @Test
    void serverIsNamedWithItsKey() {
        Arguments parsed = parse("import", "undo", "x", "--server", "https://a.example/", "--key-file", "key");
        assertThat(parsed.verb()).isEqualTo(Arguments.Verb.UNDO);
        assertThat(parsed.server()).hasToString("https://a.example");
        assertThat(fault("export", "a", "--server", "https://a.example")).contains("belong together");
        assertThat(fault("export", "a", "--server", "a.example", "--key-file", "k"))
                .contains("such as https://");
    }

    @Test
    void wrongCommandLinesNameTheFaultAndShowTheRightOnes() {
        assertThat(fault("inport")).startsWith("There is no command inport.").contains("gazette export FILE");
        assertThat(fault("import")).startsWith("It needs a file.");
        assertThat(fault("export", "a", "b")).startsWith("It needs a file.");
        assertThat(fault("export", "a", "--dry-run")).startsWith("There is no option --dry-run here.");
        assertThat(fault("import", "a", "--mapping")).startsWith("--mapping needs a value.");
        assertThat(fault("import", "a", "--dry-run", "--dry-run")).startsWith("--dry-run is there twice.");
    }

    @Test
    void formatsAreKnownByTheirBeginning() throws IOException {
        assertThat(FileFormat.of(
                        file("\ufeff\n<?xml version=\"1.0\"?><rss xmlns:wp=\"http://wordpress.org/export/1.2/\">")))
                .contains("wordpress");
        assertThat(FileFormat.of(file("<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\">")))
                .contains("rss");
        assertThat(FileFormat.of(file("{\"db\":[{\"meta\":{}}]}"))).contains("ghost");
        assertThat(FileFormat.of(file("{\"gazette\":\"export\",\"format\":1}\n")))
                .contains("ndjson");
        assertThat(FileFormat.of(file("a,b,c"))).isEmpty();
    }

    @Test
    void itemsAreCounted() throws IOException {
        assertThat(FileFormat.items(file("<rss><item>a</item><<item>b</item><items/>"), "rss"))
                .isEqualTo(2);
        assertThat(FileFormat.items(file("{}\n{}\n"), "ndjson")).isEqualTo(2);
        assertThat(FileFormat.items(file("{}"), "ghost")).isZero();
    }

    @Test
    void progressTellsRateTimeLeftAndLosses() {
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        ProgressLine progress = new ProgressLine(out, 10_000, false, 0);
        assertThat(progress.line(2_500, 3, Duration.ofSeconds(5).toNanos()))
                .isEqualTo("2,500 of 10,000 items, 500/s, 0:15 left, 3 left out or failed");
        assertThat(new ProgressLine(out, 0, false, 0)
                        .line(10, 0, Duration.ofSeconds(1).toNanos()))
                .isEqualTo("10 items, 10/s, 0 left out or failed");
    }

    private static Arguments parse(String... words) {
        return Arguments.parse(words);
    }

    private static String fault(String... words) {
        Failure failure = catchThrowableOfType(Failure.class, () -> Arguments.parse(words));
        assertThat(failure.exit()).isEqualTo(Exit.USAGE);
        return String.valueOf(failure.getMessage());
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("file"), content);
    }
}
