package press.gazette.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A new format of articles is under the tests of all responses, and in the documentation. */
class ArticleFormatTest {

    @ParameterizedTest
    @CsvSource({
        "src/test/java/press/gazette/admission/resource/ResourceKindsTest.java",
        "src/test/java/press/gazette/delivery/StatementsTest.java",
        "src/test/java/press/gazette/cache/CachedResponsesTest.java",
        "src/test/java/press/gazette/PublicUrls.java",
        "docs/api.md",
    })
    void everyFormatIsThere(Path file) throws IOException {
        String text = Files.readString(file);
        for (ArticleFormat format : ArticleFormat.values()) {
            assertThat(text).containsPattern("\\" + format.suffix + "\\b");
        }
    }
}
