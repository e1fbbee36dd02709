package press.gazette.change;

import java.util.Optional;

/** A resource that is edited at the desk. Each change increases its version, from which its ETag is made. */
public interface Versioned {

    /** From 0, increases with each change. */
    int version();

    /** The subject that records name, such as {@code article:<id>}. */
    Subject subject();

    /**
     * The author and the time of the last change, such as {@code key:ada at 2026-11-22T10:00:00Z}, for the detail of a
     * 412.
     */
    default Optional<String> lastChange() {
        return Optional.empty();
    }
}
