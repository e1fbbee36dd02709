package press.gazette.paging;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.time.Timestamp;

/**
 * The key of listings that are ordered by a date and then, so that there are no ties, by the id: that of the last item
 * before a page.
 */
public record DatedKey(Instant date, UUID id) {

    /** Reads the parameter {@code cursor} of such a listing; absent: the page starts at the beginning. */
    public static @Nullable DatedKey parse(@Nullable String cursor, ListingAddress listing) {
        if (cursor == null) {
            return null;
        }
        List<String> key = Cursor.decode(cursor, listing, 2).key();
        try {
            DatedKey parsed = new DatedKey(Instant.parse(key.get(0)), UUID.fromString(key.get(1)));
            if (!Timestamp.isInRange(parsed.date)) {
                throw Cursor.unreadable();
            }
            return parsed;
        } catch (DateTimeParseException | IllegalArgumentException e) {
            // A sound checksum around a senseless key: somebody made it by hand.
            throw Cursor.unreadable();
        }
    }

    /** The cursor to what comes behind. */
    public Cursor cursor() {
        return Cursor.of(date, id);
    }
}
