package press.gazette.media.file;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

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
    @SuppressWarnings("UnusedVariable") // read by queries only
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

    /** Records that it was stored again, so that it is not removed as unused. */
    public void refresh(Instant now) {
        filedAt = now;
    }
}
