package press.gazette.media.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;

import press.gazette.database.Row;
import press.gazette.database.Sql;

/**
 * The mark of the folder that belongs to this database: a file with an id, which the database has too. A node whose folder has
 * another mark, or none, would store files where the other nodes do not find them.
 */
@Singleton
final class StoreMarker {

    private static final Logger LOG = Logger.getLogger(StoreMarker.class);

    private static final String NAME = "gazette-media";

    private final Path file;

    StoreMarker(MediaConfig config) {
        this.file = config.mediaFolder().toAbsolutePath().resolve(NAME);
    }

    void check(@Observes StartupEvent event) {
        QuarkusTransaction.requiringNew()
                .run(() -> ofDatabase().filter(id -> !isIn(id)).ifPresent(StoreMarker::warn));
    }

    private static void warn(String id) {
        LOG.errorf(
                "gazette.media-folder is not the folder of this database: it must have the file %s with %s. This node "
                        + "stores no files and removes none.",
                NAME, id);
    }

    /** True if the folder has the mark of this database. It may be unmounted at any time, so the mark is read each time. */
    boolean isOurs() {
        return QuarkusTransaction.requiringNew()
                .call(() -> ofDatabase().filter(this::isIn).isPresent());
    }

    /**
     * Makes sure that the folder belongs to this database; the first node marks it.
     *
     * @throws press.gazette.problem.Problem {@code unavailable} if it does not
     */
    void require() {
        if (!isOurs() && !claimed()) {
            throw FileStore.unavailable();
        }
    }

    private boolean claimed() {
        try {
            return QuarkusTransaction.requiringNew().call(this::claim);
        } catch (ConstraintViolationException e) {
            // Another node has just marked the folder.
            return isOurs();
        }
    }

    /** The row is written first: two nodes that mark the folder at once would leave one of their marks in it. */
    private boolean claim() {
        if (ofDatabase().isPresent()) {
            return false;
        }
        String id = UUID.randomUUID().toString();
        Panache.getEntityManager()
                .createNativeQuery("insert into media_store (place, id) values (1, ?1)")
                .setParameter(1, id)
                .executeUpdate();
        try {
            mark(id);
            return true;
        } catch (IOException e) {
            throw FileStore.failure(e);
        }
    }

    /** Marks the folder, unless it has the mark and the files of another database. */
    private void mark(String id) throws IOException {
        Path folder = Files.createDirectories(file.getParent());
        if (Files.exists(file) && hasFiles(folder)) {
            LOG.errorf(
                    "gazette.media-folder belongs to another database. If it shall be the folder of this one, remove its file %s.",
                    NAME);
            throw new IOException("The folder belongs to another database.");
        }
        Path fresh = Files.writeString(folder.resolve(NAME + "." + id), id, StandardCharsets.US_ASCII);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean hasFiles(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.anyMatch(Files::isDirectory);
        }
    }

    private boolean isIn(String id) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII).strip().equals(id);
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<String> ofDatabase() {
        return Sql.of("select id from media_store where place = 1").first(Row::text);
    }
}
