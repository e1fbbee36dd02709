package press.gazette.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Interrupted migrations of an embedded database. */
class EmbeddedMigrationTest {

    private static final String FIRST = "create table story (id integer primary key); insert into story values (1);";

    /** Each statement is committed by itself, before the failing one. */
    private static final String HALF = "create table kicker (id integer); delete from story; select 1 from nowhere;";

    private static final String WHOLE = "create table kicker (id integer); insert into story values (2);";

    @TempDir
    private Path folder;

    private Path file;
    private Path scripts;

    @BeforeEach
    void make() throws IOException {
        file = folder.resolve("gazette.mv.db");
        scripts = Files.createDirectories(folder.resolve("scripts"));
        script("V1__first.sql", FIRST);
    }

    @Test
    void interruptedMigrationStartsAgain() throws Exception {
        migrate();
        script("V2__second.sql", HALF);
        assertThatThrownBy(this::migrate).isInstanceOf(FlywayException.class);
        script("V2__second.sql", WHOLE);
        migrate();
        assertThat(stories()).isEqualTo(2);
        assertThat(files()).containsExactlyInAnyOrder("gazette.mv.db", "gazette.lock", "scripts");
    }

    @Test
    void interruptedFirstMigrationStartsAgain() throws Exception {
        script("V1__first.sql", FIRST + HALF);
        assertThatThrownBy(this::migrate).isInstanceOf(FlywayException.class);
        script("V1__first.sql", FIRST);
        migrate();
        assertThat(stories()).isEqualTo(1);
    }

    @Test
    void incompleteCopyIsNotRestored() throws Exception {
        migrate();
        Files.writeString(folder.resolve("gazette.mv.db.copying"), "half a copy");
        migrate();
        assertThat(stories()).isEqualTo(1);
        assertThat(files()).containsExactlyInAnyOrder("gazette.mv.db", "gazette.lock", "scripts");
    }

    /** Otherwise the second process would restore the copy of the first one, which is still migrating. */
    @Test
    void onlyOneProcessMigrates() throws Exception {
        try (FileChannel channel = FileChannel.open(
                        folder.resolve("gazette.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThatThrownBy(this::migrate)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use by another process");
        }
    }

    private void script(String name, String sql) throws IOException {
        Files.writeString(scripts.resolve(name), sql);
    }

    private void migrate() throws IOException {
        new EmbeddedMigration(file)
                .run(Flyway.configure()
                        .dataSource(url(), null, null)
                        .locations("filesystem:" + scripts)
                        .load());
    }

    private int stories() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                ResultSet count = connection.createStatement().executeQuery("select count(*) from story")) {
            count.next();
            return count.getInt(1);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString())
                    .filter(name -> !name.endsWith(".trace.db"))
                    .toList();
        }
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("gazette");
    }
}
