package press.gazette.security;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;

/**
 * A listing of keys, the newest first, ended ones included.
 *
 * @param after where the page starts; absent: at the beginning
 */
record KeyQuery(Limit limit, @Nullable After after) {

    static final ListingAddress ADDRESS = ListingAddress.of("/v1/desk/keys");

    record After(Instant createdAt, UUID id) {

        static After parse(String cursor) {
            List<String> key = Cursor.decode(cursor, ADDRESS, 2).key();
            try {
                return new After(Instant.parse(key.get(0)), UUID.fromString(key.get(1)));
            } catch (DateTimeParseException | IllegalArgumentException e) {
                // A sound checksum around a senseless key: somebody made it by hand.
                throw Cursor.unreadable();
            }
        }
    }

    /** Reads the parameters of the listing; refuses before anything is asked of the database. */
    static KeyQuery parse(@Nullable String limit, @Nullable String cursor) {
        return new KeyQuery(Limit.parse(limit), cursor == null ? null : After.parse(cursor));
    }

    Page<KeyView> page() {
        StringBuilder hql = new StringBuilder("from AccessKey k");
        Map<String, Object> parameters = new HashMap<>();
        if (after != null) {
            hql.append(" where (k.createdAt, k.id) < (:createdAt, :id)");
            parameters.put("createdAt", after.createdAt());
            parameters.put("id", after.id());
        }
        List<AccessKey> rows = AccessKey.<AccessKey>find(
                        hql.append(" order by k.createdAt desc, k.id desc").toString(), parameters)
                .range(0, limit.value())
                .list();
        Page<AccessKey> page = Page.of(rows, limit, key -> Cursor.of(key.createdAt(), key.id()));
        return page.with(page.items().stream().map(KeyView::of).toList());
    }
}
