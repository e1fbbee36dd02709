package press.gazette.media.file;

import java.io.IOException;
import java.time.Duration;
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
import press.gazette.media.storage.Storage;
import press.gazette.time.Clockwork;
import press.gazette.time.Work;

/**
 * The mark of the storage that belongs to this database: a file with an id, which the database has too. A node whose storage has
 * another mark, or none, would store files where the other nodes do not find them.
 */
@Singleton
final class StoreMarker {

    private static final Logger LOG = Logger.getLogger(StoreMarker.class);

    private static final String NAME = "gazette-media";

    private final Storage storage;

    StoreMarker(Storage storage) {
        this.storage = storage;
    }

    /** Checks it after the start, which does not wait for an object store. */
    void start(@Observes StartupEvent event, Clockwork clockwork) {
        clockwork.start("mark of the store", this::check).wake();
    }

    private Duration check() {
        known().ifPresent(this::check);
        return Work.UNTIL_WOKEN;
    }

    private void check(String id) {
        try {
            if (!hasMark(id)) {
                warn(id);
            }
        } catch (IOException e) {
            unreadable(e);
        }
    }

    private boolean hasMark(String id) throws IOException {
        return storage.mark().filter(id::equals).isPresent();
    }

    private void unreadable(IOException cause) {
        LOG.errorf("The mark of the store of files cannot be read from %s; cause=%s", storage.setting(), cause);
    }

    private void warn(String id) {
        LOG.errorf(
                "%s is not the store of this database: it must have the file %s with %s. This node stores no files and "
                        + "removes none.",
                storage.setting(), NAME, id);
    }

    /** True if the storage has the mark of this database. A folder may be unmounted at any time, so it is read each time. */
    boolean isOurs() {
        return known().filter(this::isIn).isPresent();
    }

    private static Optional<String> known() {
        return QuarkusTransaction.requiringNew().call(StoreMarker::ofDatabase);
    }

    /**
     * Makes sure that the storage belongs to this database; the first node marks it.
     *
     * @throws press.gazette.problem.Problem {@code unavailable} if it does not
     */
    void require() {
        Optional<String> known = known();
        if (known.isPresent() ? !isIn(known.get()) : !claimed()) {
            throw FileStore.unavailable();
        }
    }

    private boolean claimed() {
        try {
            return QuarkusTransaction.requiringNew().call(this::claim);
        } catch (ConstraintViolationException e) {
            // Another node has just marked it.
            return isOurs();
        }
    }

    /** The row is written first: two nodes that mark it at once would leave one of their marks in it. */
    private boolean claim() {
        Optional<String> known = ofDatabase();
        if (known.isPresent()) {
            // Another request may have marked it a moment ago.
            return isIn(known.get());
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

    /** Marks the storage, unless it has the mark and the files of another database. */
    private void mark(String id) throws IOException {
        if (storage.mark().isPresent() && storage.hasFiles()) {
            LOG.errorf(
                    "%s belongs to another database. If it shall be the store of this one, remove its file %s.",
                    storage.setting(), NAME);
            throw new IOException("The store belongs to another database.");
        }
        storage.mark(id);
    }

    private boolean isIn(String id) {
        try {
            return hasMark(id);
        } catch (IOException e) {
            unreadable(e);
            return false;
        }
    }

    private static Optional<String> ofDatabase() {
        return Sql.of("select id from media_store where place = 1").first(Row::text);
    }
}
