package press.gazette.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** An H2 database in a folder of its own. */
final class EmbeddedFile implements Database {

    private static final String FILE = "gazette.mv.db";

    private final Path folder = Files.createTempDirectory("gazette");

    EmbeddedFile() throws IOException {}

    @Override
    public String name() {
        return "h2";
    }

    @Override
    public List<String> options() {
        return List.of("-Dgazette.data=" + folder, "-Dgazette.idempotency-lease=" + LEASE);
    }

    /** Opens a copy, so that the next node finds the file as the kill has left it. */
    @Override
    public DatabaseAudit afterCrash() throws IOException, SQLException {
        Path copy = Files.createDirectories(folder.resolve("copy"));
        Files.copy(folder.resolve(FILE), copy.resolve(FILE));
        return new DatabaseAudit(
                DriverManager.getConnection(
                        "jdbc:h2:file:" + copy.resolve("gazette") + ";IFEXISTS=TRUE;NON_KEYWORDS=KEY"),
                () -> remove(copy));
    }

    /** The JDBC URL for the test's own connection while no node runs. */
    String url() {
        return "jdbc:h2:file:" + folder.resolve("gazette") + ";NON_KEYWORDS=KEY";
    }

    /** True if there is a copy with this extension beside the database. */
    boolean hasBeside(String ending) {
        return Files.exists(folder.resolve(FILE + ending));
    }

    /** In bytes. */
    long size() throws IOException {
        return Files.size(folder.resolve(FILE));
    }

    @Override
    public void close() throws IOException {
        remove(folder);
    }

    static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
