package press.gazette.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.exporter.restoration.Restoration;

/** An export is of one moment, and its import is there as a whole or not at all. */
@QuarkusTest
class OneMomentTest {

    @Inject
    DataSource database;

    @TempDir
    Path folder;

    private Path export(DataSource from, String name) throws IOException {
        return RoundTripTest.export(from, folder.resolve(name + ".ndjson"));
    }

    @Test
    void formerImportsComeWithTheirRemaindersAndDoNotGoOn() throws Exception {
        DataSource first = RoundTripTest.embedded();
        UUID job = UUID.randomUUID();
        execute(first, """
                insert into import_job (id, format, mapping, dry_run, author, state, phase, created_at, notes, item_count,
                    created, updated, unchanged, left_out, failed, announcement_due)
                values ('%s', 'wordpress', '', false, 'ida', 'running', 'LINKS', timestamp '2026-11-30 06:00:00',
                    '[{"code":"comments","detail":"3"}]', 2, 1, 0, 0, 1, 0, true)""".formatted(job), """
                insert into import_entry (job_id, number, foreign_id, title, line, outcome, links, notes)
                values ('%s', 1, '7', 'Title', 3, 'left-out', false, '[]')""".formatted(job), """
                insert into import_remainder (job_id, number, kind, foreign_id, content)
                values ('%s', 1, 'comments', '7', '[{"text":"Well said"}]')""".formatted(job));
        DataSource second = RoundTripTest.embedded();
        Restoration.of(export(first, "first"), second, false, lines -> true);
        assertThat(RoundTripTest.countOf(
                        second, "import_job where state = 'stopped' and ended_at is not null and not announcement_due"))
                .isEqualTo(1);
        assertThat(RoundTripTest.countOf(second, "import_entry where outcome = 'left-out'"))
                .isEqualTo(1);
        assertThat(RoundTripTest.countOf(second, "import_remainder where content = '[{\"text\":\"Well said\"}]'"))
                .isEqualTo(1);
    }

    /** A Gazette without content may have records, those of the file among them. */
    @Test
    void recordsThatAreHereStayAsTheyAreHere() throws Exception {
        DataSource first = RoundTripTest.embedded();
        UUID job = UUID.randomUUID();
        execute(first, """
                insert into import_job (id, format, mapping, dry_run, author, state, phase, created_at, notes, item_count,
                    created, updated, unchanged, left_out, failed)
                values ('%s', 'wordpress', '', true, 'ida', 'done', 'LINKS', timestamp '2026-11-30 06:00:00', '[]', 1, 1, 0, 0,
                    0, 0)""".formatted(job), """
                insert into import_entry (job_id, number, foreign_id, title, line, outcome, links, notes)
                values ('%s', 1, '7', 'Title', 3, 'created', false, '[]')""".formatted(job), """
                insert into audit (id, at, actor, subject, action, path, version)
                values ('%s', timestamp '2026-11-30 06:00:00', 'key:ida', 'import:%s', 'created', '/v1/desk/imports', 1)""".formatted(UUID.randomUUID(), job));
        execute(
                first,
                "insert into imported_file (address, media_id, job_id) values ('https://old.example/a.jpg', random_uuid(), '%s')"
                        .formatted(job));
        Path file = export(first, "first");
        execute(first, "update import_job set author = 'ada'", "delete from import_entry");
        Restoration.Result again = Restoration.of(file, first, false, lines -> true);
        assertThat(again.complete()).isTrue();
        assertThat(again.kept()).isEqualTo(3);
        assertThat(RoundTripTest.countOf(first, "import_job where author = 'ada'"))
                .isEqualTo(1);
        assertThat(RoundTripTest.countOf(first, "import_entry")).isZero();
        assertThat(RoundTripTest.countOf(first, "imported_file")).isEqualTo(1);
        DataSource second = RoundTripTest.embedded();
        assertThat(Restoration.of(file, second, false, lines -> true).kept()).isZero();
        assertThat(RoundTripTest.countOf(second, "audit")).isEqualTo(1);
    }

    @Test
    void endOfAnImportIsStoredWithItsContentOrNotAtAll() throws Exception {
        Path file = export(database, "first");
        DataSource other = RoundTripTest.embedded();
        execute(other, "create table note_of_end (lines integer)");
        assertThatThrownBy(() -> Restoration.of(file, other, false, ending(true)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(RoundTripTest.countOf(other, "article")).isZero();
        assertThat(RoundTripTest.countOf(other, "note_of_end")).isZero();
        assertThat(Restoration.of(file, other, false, ending(false)).complete()).isTrue();
        assertThat(RoundTripTest.countOf(other, "article")).isPositive();
        assertThat(RoundTripTest.countOf(other, "note_of_end")).isEqualTo(1);
    }

    /** A run that notes its end in a table, and then fails or not. */
    private static Restoration.Run ending(boolean fails) {
        return new Restoration.Run() {
            @Override
            public boolean goesOn(int lines) {
                return true;
            }

            @Override
            public boolean end(Connection connection, Restoration.Result result) throws SQLException {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("insert into note_of_end (lines) values (" + result.lines() + ")");
                }
                if (fails) {
                    throw new SQLException("killed");
                }
                return true;
            }
        };
    }

    /** Rows of tables that are read before, at or after the moment of the write. */
    @ParameterizedTest
    @ValueSource(strings = {"media", "tag", "article"})
    void exportIsOfOneMomentWhateverIsWrittenMeanwhile(String row) throws Exception {
        DataSource busy = RoundTripTest.embedded();
        Restoration.of(export(database, "first"), busy, false, lines -> true);
        List<String> before = RoundTripTest.rows(export(busy, "before"));
        Path during = folder.resolve("during.ndjson");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(during));
                Snapshot snapshot = Snapshot.of(busy)) {
            new ContentExport(snapshot, new ContentExport.Lines() {
                        private boolean merged;

                        @Override
                        public void write(byte[] line) throws IOException {
                            String text = new String(line, StandardCharsets.UTF_8);
                            if (!merged && text.startsWith("{\"row\":\"" + row + "\"")) {
                                merged = true;
                                mergeAllTags(busy);
                                addArticle(busy);
                                addChange(busy);
                            }
                            out.write(line);
                            out.write('\n');
                        }

                        @Override
                        public void flush() {
                            // The file is closed at the end.
                        }
                    })
                    .write(Instant.parse("2026-11-30T06:00:00Z"));
        }
        assertThat(RoundTripTest.countOf(busy, "tagging")).isZero();
        assertThat(RoundTripTest.rows(during)).isEqualTo(before);
        assertThat(Restoration.of(during, RoundTripTest.embedded(), false, lines -> true)
                        .complete())
                .isTrue();
    }

    /** The ledger refers to no other table: a snapshot of the tables that belong together would not be enough. */
    private static void addChange(DataSource database) {
        execute(
                database,
                "insert into last_change (subject, seq, at) select 'list:again', seq + 1, at from ledger_head",
                "update ledger_head set seq = seq + 1");
    }

    /** A copy of an article with another id, and its tag. */
    private static void addArticle(DataSource database) {
        List<String> columns = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select column_name from information_schema.columns"
                        + " where table_name = 'ARTICLE' and is_generated = 'NEVER' and is_identity = 'NO'"
                        + " and column_name not in ('ID', 'SLUG', 'FOREIGN_ID', 'FOREIGN_SYSTEM')")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        String others = String.join(", ", columns);
        execute(
                database,
                "insert into article (id, slug, " + others + ") select random_uuid(), slug || '-again', " + others
                        + " from article order by id limit 1");
    }

    private static void mergeAllTags(DataSource database) {
        execute(database, "delete from tagging", "delete from draft_tag", "update tag set slug = slug || '-merged'");
    }

    private static void execute(DataSource database, String... statements) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
