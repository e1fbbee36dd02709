package press.gazette.forwarding.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Id;
import press.gazette.forwarding.OldAddress;
import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;

/**
 * The desk's listing of old addresses, the newest first: ids increase with time. Paths are too long for a cursor.
 *
 * @param after the last id of the page before; null for the first page
 */
record OldAddressQuery(Limit limit, @Nullable UUID after) {

    static final ListingAddress ADDRESS = ListingAddress.of("/v1/desk/addresses");

    /** Parses the parameters, without the database. */
    static OldAddressQuery parse(@Nullable String limit, @Nullable String cursor) {
        return new OldAddressQuery(Limit.parse(limit), cursor == null ? null : after(cursor));
    }

    private static UUID after(String cursor) {
        String id = Cursor.decode(cursor, ADDRESS, 1).key().get(0);
        return Id.of(id).map(Id::value).orElseThrow(Cursor::unreadable);
    }

    /** Reads one page, with one statement. */
    Page<OldAddressView> page() {
        Map<String, Object> parameters = new HashMap<>();
        if (after != null) {
            parameters.put("after", after);
        }
        List<OldAddress> rows = OldAddress.<OldAddress>find(
                        "from OldAddress o " + (after == null ? "" : "where o.id < :after ") + "order by o.id desc",
                        parameters)
                .range(0, limit.value())
                .list();
        Page<OldAddress> page = Page.of(rows, limit, address -> Cursor.of(address.id()));
        return page.with(page.items().stream().map(OldAddressView::of).toList());
    }
}
