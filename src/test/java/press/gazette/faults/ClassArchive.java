package press.gazette.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import press.gazette.newsroom.FreePort;

/**
 * The class-data archive that halves the start of nodes on PostgreSQL. It is created once for a build; tests run
 * without it if that fails.
 */
final class ClassArchive {

    private static final Path MAKER = Path.of("target", "gazette-archive");
    private static final Path SERVER = Path.of("target", "gazette-postgresql.jar");
    private static final Path OPTIONS = Path.of("target", "gazette-postgresql.options");

    private static boolean tried;

    private ClassArchive() {}

    /**
     * Creates the archive unless it is newer than the server. Other callers wait: a node must not find an incomplete
     * one.
     */
    static synchronized void make() throws IOException {
        if (tried || !Files.exists(SERVER) || isThere()) {
            return;
        }
        tried = true;
        Path log = Files.createDirectories(Path.of("target", "faults")).resolve("archive.log");
        try (EmbeddedPostgres empty =
                EmbeddedPostgres.builder().setPort(FreePort.next()).start()) {
            ProcessBuilder maker = new ProcessBuilder(
                            "sh",
                            MAKER.toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Dgazette.database=" + empty.getJdbcUrl("postgres", "postgres"))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            maker.environment().put("JAVA_HOME", System.getProperty("java.home"));
            maker.start().onExit().join();
        }
    }

    private static boolean isThere() throws IOException {
        return Files.exists(OPTIONS)
                && Files.getLastModifiedTime(OPTIONS).compareTo(Files.getLastModifiedTime(SERVER)) > 0;
    }
}
