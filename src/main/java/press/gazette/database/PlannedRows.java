package press.gazette.database;

import java.time.Instant;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostUpdate;

/** Hears of each planned row that is written, and has {@link Plans} know of it once that is committed. */
@Singleton
public class PlannedRows {

    private final Event<Written> event;

    /** A row of an entity is due then. */
    record Written(Class<?> entity, Instant dueAt) {}

    PlannedRows(Event<Written> event) {
        this.event = event;
    }

    @PostPersist
    @PostUpdate
    void written(Planned row) {
        Instant dueAt = row.dueAt();
        if (dueAt != null) {
            event.fire(new Written(row.getClass(), dueAt));
        }
    }
}
