package press.gazette.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The report for editors has words for each code of an import. */
class NoteWordsTest {

    private static final Pattern CODE = Pattern.compile("new Note\\(\\s*\"([a-z-]+)\"");

    @Test
    void everyCodeHasWords() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/press/gazette/importer"))) {
            List<String> codes = sources.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> CODE.matcher(text(file)).results().map(found -> found.group(1)))
                    .distinct()
                    .toList();
            assertThat(codes)
                    .hasSizeGreaterThan(40)
                    .allSatisfy(code -> assertThat(NoteWords.of(code)).isNotEqualTo(code));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
