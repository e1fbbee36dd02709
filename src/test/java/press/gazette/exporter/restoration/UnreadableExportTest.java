package press.gazette.exporter.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file with mistakes is told by its lines, and nothing of it is stored. */
class UnreadableExportTest {

    private static final String HEAD = "{\"gazette\":\"export\",\"format\":1,\"at\":\"2026-11-30T06:00:00Z\"}";

    private final JdbcDataSource database = new JdbcDataSource();

    @TempDir
    private Path folder;

    @BeforeEach
    void migrate() {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;NON_KEYWORDS=KEY");
        Flyway.configure()
                .dataSource(database)
                .locations("db/migration/common", "db/migration/h2")
                .load()
                .migrate();
    }

    @Test
    void everyFaultHasItsLine() throws Exception {
        assertThat(faults(
                        HEAD,
                        "{\"row\":\"mediaFile\",\"hash\":\"" + "a".repeat(64) + "\"}",
                        "not JSON",
                        "{\"row\":\"story\"}",
                        "{\"row\":\"mediaFile\",\"hash\":7,\"filedAt\":\"yesterday\",\"colour\":\"red\"}",
                        end(5)))
                .containsExactly(
                        "Line 2: filedAt is missing.",
                        "Line 3: It must be one JSON object.",
                        "Line 4: There is no row \"story\".",
                        "Line 5: hash must be a text without NUL.",
                        "Line 5: filedAt must be a time in UTC, such as 2026-01-31T12:00:00Z.",
                        "Line 5: The row mediaFile has no member colour.");
    }

    @Test
    void closedWordsAndStoredJsonAreChecked() throws Exception {
        List<String> faults = faults(HEAD, media("picture", "[7]"), media("painting", "[]"), end(3));
        assertThat(faults).hasSize(2);
        assertThat(faults.get(0)).isEqualTo("Line 2: renditions has a form that this release does not read.");
        assertThat(faults.get(1)).startsWith("Line 3: kind must be one of ");
    }

    @Test
    void namesOfFilesOutsideTheStoreAreRejected() throws Exception {
        assertThat(faults(
                        HEAD,
                        ofName("../../etc"),
                        media("picture", "[]")
                                .replace("}", ",\"file\":{\"hash\":\"../secret\",\"type\":\"pdf\",\"bytes\":1}}"),
                        end(3)))
                .containsExactly(
                        "Line 2: hash must have 64 hexadecimal digits.",
                        "Line 3: file has a form that this release does not read.");
    }

    @Test
    void cutOffFileIsRejected() throws Exception {
        assertThat(faults(HEAD, file("a")))
                .containsExactly("The file is cut off: its last line must be {\"gazette\":\"end\",…}.");
        assertThat(faults(HEAD, file("a"), end(7))).containsExactly("Line 3: The export had 7 lines, and 2 are here.");
    }

    @Test
    void otherFilesAreNamed() throws Exception {
        assertThat(faults("<rss/>")).containsExactly("Line 1: It must be one JSON object.");
        assertThat(faults("{\"db\":[]}"))
                .containsExactly(
                        "Line 1: It must be the beginning of an export of Gazette: {\"gazette\":\"export\",\"format\":1,…}.");
        assertThat(faults("{\"gazette\":\"export\",\"format\":2}"))
                .containsExactly("Line 1: The format is 2; this release reads format 1.");
    }

    @Test
    void ruleOfTheDatabaseIsToldWithItsLinesAndNothingStays() throws Exception {
        List<String> faults = faults(HEAD, file("a"), file("b"), file("a"), end(4));
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0)).startsWith("Line 2: One of the lines to 4 breaks a rule of the database: ");
        assertThat(files()).isZero();
    }

    @Test
    void databaseWithContentIsNotTouched() throws Exception {
        write(HEAD, file("a"), end(2));
        assertThat(Restoration.of(path(), database, false, lines -> true).complete())
                .isTrue();
        assertThat(faults(HEAD, file("b"), end(2)))
                .containsExactly(
                        "This Gazette has content (media file); an export goes into an empty one only. Nothing is changed.");
        assertThat(files()).isEqualTo(1);
    }

    private static String file(String digit) {
        return ofName(digit.repeat(64));
    }

    private static String ofName(String hash) {
        return "{\"row\":\"mediaFile\",\"hash\":\"" + hash + "\",\"filedAt\":\"2026-11-30T06:00:00Z\"}";
    }

    private static String media(String kind, String renditions) {
        return "{\"row\":\"media\",\"id\":\"01a2052d-9d8a-7000-8000-000000000001\",\"url\":\"https://a.example/a.jpg\",\"alt\":\"A\","
                + "\"width\":8,\"height\":6,\"renditions\":" + renditions + ",\"kind\":\"" + kind + "\"}";
    }

    private static String end(int lines) {
        return "{\"gazette\":\"end\",\"lines\":" + lines + "}";
    }

    private Path path() {
        return folder.resolve("export.ndjson");
    }

    private void write(String... lines) throws IOException {
        Files.writeString(path(), String.join("\n", lines) + "\n");
    }

    private List<String> faults(String... lines) throws IOException {
        write(lines);
        UnreadableExport fault = catchThrowableOfType(
                UnreadableExport.class, () -> Restoration.of(path(), database, false, done -> true));
        return fault.faults().stream().map(Object::toString).toList();
    }

    private long files() throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from media_file")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
