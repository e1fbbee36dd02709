package press.gazette.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** H2 in a folder of its own. */
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

    /** Opens a copy, so that the next node finds the file just as the kill has left it. */
    @Override
    public Books afterCrash() throws IOException, SQLException {
        Path copy = Files.createDirectories(folder.resolve("copy"));
        Files.copy(folder.resolve(FILE), copy.resolve(FILE));
        return new Books(
                DriverManager.getConnection(
                        "jdbc:h2:file:" + copy.resolve("gazette") + ";IFEXISTS=TRUE;NON_KEYWORDS=KEY"),
                () -> remove(copy));
    }

    /** A connection of the test's own, for the time when no node runs. */
    String url() {
        return "jdbc:h2:file:" + folder.resolve("gazette") + ";NON_KEYWORDS=KEY";
    }

    /** Whether a file of that name lies beside the database: a copy that is being made, or is there. */
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
