package press.gazette.security;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import press.gazette.paging.DatedKey;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;

/**
 * A listing of keys, the newest first, ended ones included.
 *
 * @param after where the page starts; absent: at the beginning
 */
record KeyQuery(Limit limit, @Nullable DatedKey after) {

    static final ListingAddress ADDRESS = ListingAddress.of("/v1/desk/keys");

    /** Reads the parameters of the listing; refuses before anything is asked of the database. */
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
