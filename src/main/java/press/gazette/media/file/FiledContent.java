package press.gazette.media.file;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import press.gazette.database.Row;
import press.gazette.database.Sql;

/**
 * A content in the store. Its row is the lock of those who store and of those who remove it: without the row, an upload could
 * find a file there that is just being removed.
 */
@Entity
@Table(name = "media_file")
public class FiledContent extends PanacheEntityBase {

    @Id
    private String hash;

    /** The last time at which it was stored. */
    @Column(nullable = false)
    private Instant filedAt;

    protected FiledContent() {}

    /**
     * Locks the row of a content until the transaction ends; adds it if it is missing. If another transaction adds it at the same
     * time, this one breaks a constraint, and is retried.
     */
    public static FiledContent hold(String hash, Instant now) {
        return FiledContent.<FiledContent>findByIdOptional(hash, LockModeType.PESSIMISTIC_WRITE)
                .orElseGet(() -> {
                    FiledContent added = new FiledContent();
                    added.hash = hash;
                    added.filedAt = now;
                    added.persistAndFlush();
                    return added;
                });
    }

    /** Begins the day for which these files stay although no record has them. Rows are locked in one order, as by everybody. */
    public static void used(Stream<Optional<StoredFile>> files, Instant now) {
        files.flatMap(Optional::stream)
                .map(StoredFile::hash)
                .distinct()
                .sorted()
                .forEach(hash -> hold(hash, now).refresh(now));
    }

    /**
     * Adds rows for contents that are in the store without one, as if they had been stored before that moment; in the order of
     * {@link #used}, since a row that another transaction is adding is waited for.
     */
    static void adopt(Collection<String> hashes, Instant before) {
        Set<String> lost = new TreeSet<>(hashes);
        FiledContent.<FiledContent>list("hash in ?1", hashes).forEach(known -> lost.remove(known.hash));
        lost.forEach(hash -> hold(hash, before.minusSeconds(1)));
    }

    /** The content, locked; empty if it was stored since, or a record has it. */
    static Optional<FiledContent> unused(String hash, Instant oldest) {
        return FiledContent.<FiledContent>findByIdOptional(hash, LockModeType.PESSIMISTIC_WRITE)
                .filter(content -> content.filedAt.isBefore(oldest))
                .filter(content -> Sql.of("select 1 from media where file_hash = ? limit 1", hash)
                        .first(Row::integer)
                        .isEmpty());
    }

    /** Records that it was stored again, so that it is not removed as unused. */
    public void refresh(Instant now) {
        filedAt = now;
    }
}
