package press.gazette.curation.reading;

import java.util.List;

import org.jspecify.annotations.Nullable;

import press.gazette.curation.CuratedList;
import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;

/**
 * The listing of all public lists, by key.
 *
 * @param after the position before the first item; null: the beginning
 */
record ListQuery(Limit limit, @Nullable Cursor after) {

    static final ListingAddress ADDRESS = ListingAddress.of("/v1/lists");

    private static final int KEY_WIDTH = 1;

    /** Parses the parameters; rejects without a database. */
    static ListQuery parse(@Nullable String limit, @Nullable String cursor) {
        return new ListQuery(Limit.parse(limit), cursor == null ? null : Cursor.decode(cursor, ADDRESS, KEY_WIDTH));
    }

    Page<ListCard> page() {
        String key = after == null ? "" : after.key().get(0);
        List<CuratedList> rows = CuratedList.<CuratedList>find(
                        "from CuratedList l where l.key > ?1 and l.live is not null order by l.key", key)
                .range(0, limit.value())
                .list();
        Page<CuratedList> page = Page.of(rows, limit, list -> Cursor.of(list.key()));
        return page.with(page.items().stream().map(ListCard::of).toList());
    }
}
