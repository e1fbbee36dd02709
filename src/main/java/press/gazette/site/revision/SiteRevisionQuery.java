package press.gazette.site.revision;

import java.util.List;

import org.jspecify.annotations.Nullable;

import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;
import press.gazette.paging.RevisionNumber;
import press.gazette.site.SiteRevision;

/**
 * The revisions of the site document, the latest first.
 *
 * @param before the number that all items are below
 */
record SiteRevisionQuery(Limit limit, int before) {

    static final ListingAddress ADDRESS = ListingAddress.of("/v1/desk/site/revisions");

    static SiteRevisionQuery parse(@Nullable String limit, @Nullable String cursor) {
        return new SiteRevisionQuery(
                Limit.parse(limit),
                cursor == null
                        ? Integer.MAX_VALUE
                        : RevisionNumber.parse(
                                        Cursor.decode(cursor, ADDRESS, 1).key().get(0))
                                .orElseThrow(Cursor::unreadable));
    }

    /** One statement. */
    Page<SiteRevisionCard> page() {
        List<SiteRevision> rows = SiteRevision.before(before, limit.plusOne());
        Page<SiteRevision> page = Page.of(rows, limit, revision -> Cursor.of(revision.number()));
        return page.with(page.items().stream().map(SiteRevisionCard::of).toList());
    }
}
