package press.gazette.desk.changes;

import jakarta.inject.Singleton;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PreUpdate;

import press.gazette.change.Versioned;

/** Reports each written resource to {@link DeskChanges}, for writes of the desk, of schedules and of imports. */
@Singleton
public class DeskChangeListener {

    @PostPersist
    void created(Versioned resource) {
        DeskChanges.running().created(resource);
    }

    @PreUpdate
    void updated(Versioned resource) {
        DeskChanges.running().updated(resource);
    }

    @PostRemove
    void removed(Versioned resource) {
        DeskChanges.running().removed(resource);
    }
}
