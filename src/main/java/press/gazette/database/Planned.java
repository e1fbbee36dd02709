package press.gazette.database;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** A row on which the clock asks for work. Its entity has {@link PlannedRowListener} listen, or the work would come too late. */
public interface Planned {

    /** When the work is due; absent: never. */
    @Nullable
    Instant dueAt();
}
