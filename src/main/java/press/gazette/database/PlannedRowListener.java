package press.gazette.database;

import java.time.Instant;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostUpdate;

/** Hears of each planned row that is written, and has {@link PlannedWork} know of it once that is committed. */
@Singleton
public class PlannedRowListener {

    private final Event<Written> event;

    /** A row of an entity is due then. */
    record Written(Class<?> entity, Instant dueAt) {}

    PlannedRowListener(Event<Written> event) {
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
