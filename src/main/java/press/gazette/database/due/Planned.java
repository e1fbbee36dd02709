package press.gazette.database.due;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A row with work that is due at some time. Its entity must have {@link PlannedRowListener} as a listener, or the work
 * would start too late.
 */
public interface Planned {

    /** The due time; null if no work is planned. */
    @Nullable
    Instant dueAt();
}
