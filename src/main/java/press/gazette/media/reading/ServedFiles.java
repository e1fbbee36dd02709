package press.gazette.media.reading;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Finds records for readers of their files. The first reader marks the record: from then on caches may have the file, and its end
 * is recorded in the ledger.
 */
@Singleton
final class ServedFiles {

    private ServedFiles() {}

    /**
     * The record, marked; empty if there is none with a file in the store, or it has nothing at the address that a reader asks
     * for.
     */
    Optional<FileRow> find(UUID id, Predicate<FileRow> hasAddress) {
        // The end of the transaction returns the connection: the mark needs one, and a bucket may take seconds for the
        // file.
        Optional<FileRow> row =
                QuarkusTransaction.requiringNew().call(() -> FileRow.of(id)).filter(hasAddress);
        return row.isEmpty() || row.get().served()
                ? row
                : QuarkusTransaction.requiringNew().call(() -> marked(id)).filter(hasAddress);
    }

    /** Reads it again behind the mark: an end of its rights that came first is seen here, a later one sees the mark. */
    private static Optional<FileRow> marked(UUID id) {
        Panache.getEntityManager()
                .createNativeQuery("update media set served = true where id = ?1 and served = false")
                .setParameter(1, id)
                .executeUpdate();
        return FileRow.of(id);
    }
}
