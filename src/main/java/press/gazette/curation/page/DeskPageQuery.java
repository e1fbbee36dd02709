package press.gazette.curation.page;

import java.util.List;

import io.quarkus.hibernate.orm.panache.Panache;
import org.jspecify.annotations.Nullable;

import press.gazette.curation.CuratedPage;
import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;

/**
 * The desk's listing of pages, by key.
 *
 * @param after the position before the first item; null: the beginning
 */
record DeskPageQuery(Limit limit, @Nullable Cursor after) {

    static final ListingAddress ADDRESS = ListingAddress.of("/v1/desk/pages");

    /** Parses the parameters; rejects without a database. */
    static DeskPageQuery parse(@Nullable String limit, @Nullable String cursor) {
        return new DeskPageQuery(Limit.parse(limit), cursor == null ? null : Cursor.decode(cursor, ADDRESS, 1));
    }

    /** The next items: one statement. */
    Page<DeskPageCard> page() {
        List<DeskPageCard> rows = Panache.getSession(CuratedPage.class)
                .createSelectionQuery(
                        "select p.key, p.title, p.version from CuratedPage p where p.key > :key order by p.key",
                        DeskPageCard.class)
                .setParameter("key", after == null ? "" : after.key().get(0))
                .setMaxResults(limit.plusOne())
                .getResultList();
        return Page.of(rows, limit, card -> Cursor.of(card.key()));
    }
}
