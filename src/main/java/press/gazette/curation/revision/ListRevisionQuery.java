package press.gazette.curation.revision;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.curation.ListRevision;
import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;
import press.gazette.paging.RevisionNumber;

/**
 * The revisions of one list, the latest first.
 *
 * @param before the number that all items are below
 */
record ListRevisionQuery(ListingAddress address, Limit limit, int before) {

    static ListRevisionQuery parse(String key, @Nullable String limit, @Nullable String cursor) {
        ListingAddress address = ListingAddress.of("/v1/desk/lists/" + key + "/revisions");
        return new ListRevisionQuery(
                address,
                Limit.parse(limit),
                cursor == null
                        ? Integer.MAX_VALUE
                        : RevisionNumber.parse(
                                        Cursor.decode(cursor, address, 1).key().get(0))
                                .orElseThrow(Cursor::unreadable));
    }

    Page<ListRevisionCard> page(UUID list) {
        Page<ListRevision> page = Page.of(
                ListRevision.before(list, before, limit.plusOne()), limit, revision -> Cursor.of(revision.number()));
        return page.with(ListRevisionCard.of(list, List.copyOf(page.items())));
    }
}
