package press.gazette.time;

import java.time.Instant;
import java.time.OffsetDateTime;

import io.quarkus.hibernate.orm.panache.Panache;

/**
 * The one clock without the error of the way to the database, for what only one node shall do, and never too early: the
 * database itself says it in the transaction that does it.
 */
public final class DatabaseTime {

    private DatabaseTime() {}

    /** When the running transaction began. */
    public static Instant now() {
        return Panache.getSession()
                .createNativeQuery("select current_timestamp", OffsetDateTime.class)
                .getSingleResult()
                .toInstant();
    }
}
