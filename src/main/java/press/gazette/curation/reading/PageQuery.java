package press.gazette.curation.reading;

import java.util.List;

import org.jspecify.annotations.Nullable;

import press.gazette.curation.CuratedPage;
import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;

/**
 * The listing of all pages of lists, by key.
 *
 * @param after the position before the first item; null: the beginning
 */
record PageQuery(Limit limit, @Nullable Cursor after) {

    static final ListingAddress ADDRESS = ListingAddress.of("/v1/pages");

    private static final int KEY_WIDTH = 1;

    /** Parses the parameters; rejects without a database. */
    static PageQuery parse(@Nullable String limit, @Nullable String cursor) {
        return new PageQuery(Limit.parse(limit), cursor == null ? null : Cursor.decode(cursor, ADDRESS, KEY_WIDTH));
    }

    Page<PageCard> page() {
        String key = after == null ? "" : after.key().get(0);
        List<CuratedPage> rows = CuratedPage.<CuratedPage>find(
                        "from CuratedPage p where p.key > ?1 order by p.key", key)
                .range(0, limit.value())
                .list();
        Page<CuratedPage> page = Page.of(rows, limit, one -> Cursor.of(one.key()));
        return page.with(page.items().stream().map(PageCard::of).toList());
    }
}
