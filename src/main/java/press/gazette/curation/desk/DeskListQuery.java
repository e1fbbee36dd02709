package press.gazette.curation.desk;

import java.util.List;

import io.quarkus.hibernate.orm.panache.Panache;
import org.jspecify.annotations.Nullable;

import press.gazette.curation.CuratedList;
import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;

/**
 * The desk's listing of lists, by key.
 *
 * @param after the position before the first item; null: the beginning
 */
record DeskListQuery(Limit limit, @Nullable Cursor after) {

    static final ListingAddress ADDRESS = ListingAddress.of("/v1/desk/lists");

    /** Parses the parameters; rejects without a database. */
    static DeskListQuery parse(@Nullable String limit, @Nullable String cursor) {
        return new DeskListQuery(Limit.parse(limit), cursor == null ? null : Cursor.decode(cursor, ADDRESS, 1));
    }

    /** The next items: one statement, which reads no contents. */
    Page<DeskListCard> page() {
        List<DeskListCard> rows = Panache.getSession(CuratedList.class)
                .createSelectionQuery("""
                        select l.key, l.face.title, l.face.kind, l.latestRevision, v.number, l.schedule.publishAt, l.modifiedAt, l.modifiedBy,
                            l.version
                        from CuratedList l left join l.live v where l.key > :key order by l.key""", DeskListCard.class)
                .setParameter("key", after == null ? "" : after.key().get(0))
                .setMaxResults(limit.plusOne())
                .getResultList();
        return Page.of(rows, limit, card -> Cursor.of(card.key()));
    }
}
