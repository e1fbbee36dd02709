package press.gazette.database.due;

import java.time.Instant;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostUpdate;

/** Reports each written row with a due time to {@link PlannedWork}, after the commit. */
@Singleton
public class PlannedRowListener {

    private final Event<Written> event;

    /** Event: a row with a due time was written. */
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
