package press.gazette.paging;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.time.Timestamp;

/** The key of listings in the order of a date, with the id to break ties: that of the last item before a page. */
public record DatedKey(Instant date, UUID id) {

    /**
     * Parses the parameter {@code cursor}; null for the first page.
     *
     * @throws Problem {@code invalid-cursor}
     */
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
            // The checksum is right but the key is not: a forged cursor.
            throw Cursor.unreadable();
        }
    }

    /** The cursor to the items behind this key. */
    public Cursor cursor() {
        return Cursor.of(date, id);
    }
}
