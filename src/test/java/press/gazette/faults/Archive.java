package press.gazette.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import press.gazette.newsroom.FreePort;

/**
 * The archive of classes with which nodes on PostgreSQL start in half the time. It is made once for a build, and a test that
 * does not get it goes on without.
 */
final class Archive {

    private static final Path MAKER = Path.of("target", "gazette-archive");
    private static final Path SERVER = Path.of("target", "gazette-postgresql.jar");
    private static final Path OPTIONS = Path.of("target", "gazette-postgresql.options");

    private static boolean tried;

    private Archive() {}

    /** Makes it unless it is newer than the server. All others wait meanwhile: a node must not find half of it. */
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
