package press.gazette.agenda;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.paging.Cursor;
import press.gazette.paging.ListingAddress;
import press.gazette.time.Timestamp;

/**
 * The key of the order of the agenda: the time, then the event.
 *
 * @param event its place
 */
record AgendaKey(Instant at, int event, UUID id) {

    private static final int WIDTH = 3;

    /** Parses the parameter {@code cursor}; null for the first page. */
    static @Nullable AgendaKey parse(@Nullable String cursor, ListingAddress listing) {
        if (cursor == null) {
            return null;
        }
        List<String> key = Cursor.decode(cursor, listing, WIDTH).key();
        try {
            AgendaKey parsed =
                    new AgendaKey(Instant.parse(key.get(0)), Integer.parseInt(key.get(1)), UUID.fromString(key.get(2)));
            if (!Timestamp.isInRange(parsed.at)) {
                throw Cursor.unreadable();
            }
            return parsed;
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw Cursor.unreadable();
        }
    }

    Cursor cursor() {
        return Cursor.of(at, event, id);
    }
}
