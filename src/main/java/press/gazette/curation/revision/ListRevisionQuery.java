package press.gazette.curation.revision;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.curation.ListRevision;
import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;

/**
 * The revisions of one list, the latest first.
 *
 * @param before the number behind which the page starts
 */
record ListRevisionQuery(ListingAddress address, Limit limit, int before) {

    static ListRevisionQuery parse(String key, @Nullable String limit, @Nullable String cursor) {
        ListingAddress address = ListingAddress.of("/v1/desk/lists/" + key + "/revisions");
        return new ListRevisionQuery(
                address,
                Limit.parse(limit),
                cursor == null
                        ? Integer.MAX_VALUE
                        : number(Cursor.decode(cursor, address, 1).key().get(0)).orElseThrow(Cursor::unreadable));
    }

    /** A number as a client writes it; empty: there is no revision of it. */
    static Optional<Integer> number(String text) {
        return text.matches("[1-9][0-9]{0,8}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    Page<ListRevisionCard> page(UUID list) {
        Page<ListRevision> page = Page.of(
                ListRevision.before(list, before, limit.plusOne()), limit, revision -> Cursor.of(revision.number()));
        return page.with(ListRevisionCard.of(list, List.copyOf(page.items())));
    }
}
