package press.gazette.search.reading;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.paging.Cursor;
import press.gazette.paging.ListingAddress;
import press.gazette.search.query.Hit;
import press.gazette.time.Timestamp;

/** The cursor to the hits behind one: its score, date and id. */
final class HitCursor {

    private static final int WIDTH = 3;

    private HitCursor() {}

    static Cursor behind(Hit hit) {
        return Cursor.of(hit.score(), hit.publishedAt(), hit.id());
    }

    /**
     * Parses the parameter {@code cursor}; null for the first page.
     *
     * @throws press.gazette.problem.Problem {@code invalid-cursor}
     */
    static @Nullable Hit parse(@Nullable String cursor, ListingAddress search) {
        if (cursor == null) {
            return null;
        }
        List<String> key = Cursor.decode(cursor, search, WIDTH).key();
        try {
            float score = Float.parseFloat(key.get(0));
            Instant publishedAt = Instant.parse(key.get(1));
            if (!Float.isFinite(score) || !Timestamp.isInRange(publishedAt)) {
                throw Cursor.unreadable();
            }
            return new Hit(score, publishedAt, UUID.fromString(key.get(2)));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            // The checksum is right but the key is not: a forged cursor.
            throw Cursor.unreadable();
        }
    }
}
