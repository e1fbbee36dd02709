package press.gazette.time;

import java.time.Instant;
import java.time.OffsetDateTime;

import io.quarkus.hibernate.orm.panache.Panache;

/** The one time that all nodes agree on, for what only one of them shall do. */
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
