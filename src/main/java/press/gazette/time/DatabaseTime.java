package press.gazette.time;

import java.time.Instant;
import java.time.OffsetDateTime;

import io.quarkus.hibernate.orm.panache.Panache;

/**
 * The database's time, read by the running transaction. For work that exactly one node must do, never too early: {@link
 * DatabaseClock} has the error of the round trip.
 */
public final class DatabaseTime {

    private DatabaseTime() {}

    /** The start of the running transaction. */
    public static Instant now() {
        return Panache.getSession()
                .createNativeQuery("select current_timestamp", OffsetDateTime.class)
                .getSingleResult()
                .toInstant();
    }
}
