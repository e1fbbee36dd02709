package press.gazette.desk;

import java.util.Optional;

import press.gazette.change.Subject;

/** A thing that is written at the desk. Each change gives it another version, from which its ETag is made. */
public interface Versioned {

    /** Increases with each change; from 0. */
    int version();

    /** What records name it, such as {@code article:<id>}. */
    Subject subject();

    /** Who last changed it and when, such as {@code key:ada at 2026-11-22T10:00:00Z}, for those who come too late. */
    default Optional<String> lastChange() {
        return Optional.empty();
    }
}
