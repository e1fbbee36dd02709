package press.gazette.media.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

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
    private volatile boolean isRight;

    StoreMarker(MediaConfig config) {
        this.file = config.mediaFolder().toAbsolutePath().resolve(NAME);
    }

    void check(@Observes StartupEvent event) {
        QuarkusTransaction.requiringNew()
                .run(() -> ofDatabase().ifPresent(id -> {
                    isRight = isIn(id);
                    if (!isRight) {
                        LOG.errorf(
                                "gazette.media-folder is not the folder of this database: it must have the file %s with %s. "
                                        + "This node stores no files.",
                                NAME, id);
                    }
                }));
    }

    /**
     * Makes sure that the folder belongs to this database; the first node marks it.
     *
     * @throws press.gazette.problem.Problem {@code unavailable} if it does not
     */
    void require() {
        if (!isRight) {
            isRight = claimed();
        }
        if (!isRight) {
            throw FileStore.unavailable();
        }
    }

    private boolean claimed() {
        try {
            return QuarkusTransaction.requiringNew().call(this::claim);
        } catch (ConstraintViolationException e) {
            // Another node has just marked the folder.
            return QuarkusTransaction.requiringNew().call(this::claim);
        }
    }

    private boolean claim() {
        Optional<String> known = ofDatabase();
        if (known.isPresent()) {
            return isIn(known.get());
        }
        try {
            String id = mark();
            Panache.getEntityManager()
                    .createNativeQuery("insert into media_store (place, id) values (1, ?1)")
                    .setParameter(1, id)
                    .executeUpdate();
            return true;
        } catch (IOException e) {
            throw FileStore.failure(e);
        }
    }

    /** The id in the folder, which is marked if it is not. */
    private String mark() throws IOException {
        Files.createDirectories(file.getParent());
        try {
            String id = UUID.randomUUID().toString();
            Files.writeString(file, id, StandardCharsets.US_ASCII, StandardOpenOption.CREATE_NEW);
            return id;
        } catch (FileAlreadyExistsException e) {
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
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
