package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import press.gazette.newsroom.FreePort;

/** A PostgreSQL of the test's own, which records commit timestamps independently of the server. */
final class Postgresql implements Database {

    private static final String SESSIONS = "select count(*) from pg_stat_activity where application_name = 'gazette'";

    /** Logs a page at each start. Referenced, so that it is not garbage-collected. */
    private static final Logger CHATTER = Logger.getLogger(EmbeddedPostgres.class.getName());

    private final Path media = Path.of("target", "faults", "media-" + UUID.randomUUID());
    private final Path folder = Files.createTempDirectory("gazette-postgresql");
    private EmbeddedPostgres server;

    Postgresql() throws IOException {
        CHATTER.setLevel(Level.SEVERE);
        ClassArchive.make();
        server = builder().start();
    }

    private EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setPort(FreePort.next())
                .setServerConfig("track_commit_timestamp", "on");
    }

    /** Stops it as operators do: sessions are ended. */
    void stop() throws IOException {
        server.close();
    }

    /** Starts it again at the same address with the same data. */
    void startAgain() throws IOException {
        server = builder().setPort(server.getPort()).start();
    }

    /** SIGSTOP: the system still accepts connections, but PostgreSQL does not respond. */
    void freeze() throws IOException {
        signal("-STOP");
    }

    void thaw() throws IOException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException {
        Path pid = folder.resolve("data").resolve("postmaster.pid");
        ProcessHandle postmaster =
                ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0))).orElseThrow();
        List<String> command = new ArrayList<>(List.of("kill", signal));
        Stream.concat(Stream.of(postmaster), postmaster.descendants())
                .forEach(process -> command.add(Long.toString(process.pid())));
        new ProcessBuilder(command).inheritIO().start().onExit().join();
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public List<String> options() {
        // Each node has an index of its own.
        Path index = Path.of("target", "faults", "index-" + UUID.randomUUID());
        return List.of(
                "-Dgazette.database=" + server.getJdbcUrl("postgres", "postgres"),
                "-Dgazette.search.folder=" + index,
                // The folder of one database: the nodes of another test have other files.
                "-Dgazette.media-folder=" + media,
                "-Dgazette.idempotency-lease=" + LEASE);
    }

    /** Waits for the sessions of killed nodes: a commit that has arrived is still done. */
    @Override
    public DatabaseAudit afterCrash() throws SQLException {
        DatabaseAudit audit = audit();
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(audit.number(SESSIONS)).isZero());
        return audit;
    }

    /** Opens the current state; nodes may be writing. */
    DatabaseAudit audit() throws SQLException {
        Connection connection = server.getPostgresDatabase().getConnection();
        return new DatabaseAudit(connection, () -> {});
    }

    @Override
    public void close() throws IOException {
        server.close();
        EmbeddedFile.remove(folder);
    }
}
