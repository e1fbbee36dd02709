package press.gazette.exporter.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import press.gazette.importer.copy.ImportMedia;
import press.gazette.importer.job.ImportFormat;
import press.gazette.importer.job.JobState;
import press.gazette.importer.writer.Outcome;

/** Documents in an export. */
class StoredJsonTest {

    @Test
    void characterNulIsRejectedAnywhere() {
        for (Object json : List.of("\0", List.of("\0"), Map.of("a", "b\0"), Map.of("\0", 1))) {
            assertThatThrownBy(() -> text(Map.of("field", json))).hasMessageContaining("NUL");
        }
    }

    @Test
    void wordsThatNameTheCharacterNulAreText() {
        assertThat(text(Map.of("field", "A string ends with \\u0000 in C."))).contains("\\\\u0000");
    }

    /** The exporter does not know the importer. */
    @Test
    void wordsOfImportsAreThoseOfTheImporter() {
        assertThat(StoredJson.wordsOf("import_job.format"))
                .isEqualTo(
                        Stream.of(ImportFormat.values()).map(each -> each.word).collect(Collectors.toSet()));
        assertThat(StoredJson.wordsOf("import_job.media"))
                .isEqualTo(
                        Stream.of(ImportMedia.values()).map(each -> each.word).collect(Collectors.toSet()));
        assertThat(StoredJson.wordsOf("import_job.state"))
                .isEqualTo(Stream.of(JobState.values()).map(each -> each.word).collect(Collectors.toSet()));
        assertThat(StoredJson.wordsOf("import_entry.outcome"))
                .isEqualTo(Stream.of(Outcome.values()).map(each -> each.word).collect(Collectors.toSet()));
    }

    private static String text(Object json) {
        return StoredJson.text(ExportedTable.ARTICLE, "foreign_fields", json);
    }
}
