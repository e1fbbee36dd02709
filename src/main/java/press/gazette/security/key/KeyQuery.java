package press.gazette.security.key;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import press.gazette.paging.DatedKey;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;

/**
 * A listing of all keys, including expired and revoked ones, the newest first.
 *
 * @param after the end of the page before; null for the first page
 */
record KeyQuery(Limit limit, @Nullable DatedKey after) {

    static final ListingAddress ADDRESS = ListingAddress.of("/v1/desk/keys");

    /**
     * Parses the parameters.
     *
     * @throws Problem {@code invalid-parameter} or {@code invalid-cursor}, before any statement
     */
    static KeyQuery parse(@Nullable String limit, @Nullable String cursor) {
        return new KeyQuery(Limit.parse(limit), DatedKey.parse(cursor, ADDRESS));
    }

    Page<KeyView> page() {
        StringBuilder hql = new StringBuilder("from AccessKey k");
        Map<String, Object> parameters = new HashMap<>();
        if (after != null) {
            hql.append(" where (k.createdAt, k.id) < (:createdAt, :id)");
            parameters.put("createdAt", after.date());
            parameters.put("id", after.id());
        }
        List<AccessKey> rows = AccessKey.<AccessKey>find(
                        hql.append(" order by k.createdAt desc, k.id desc").toString(), parameters)
                .range(0, limit.value())
                .list();
        Page<AccessKey> page = Page.of(rows, limit, key -> new DatedKey(key.createdAt(), key.id()).cursor());
        return page.with(page.items().stream().map(KeyView::of).toList());
    }
}
