package press.gazette.article.draft;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;
import press.gazette.paging.RevisionNumber;

/**
 * The revisions of one article, the latest first.
 *
 * @param before only revisions with lower numbers
 */
public record RevisionQuery(ListingAddress address, Limit limit, int before) {

    public static RevisionQuery parse(String ref, @Nullable String limit, @Nullable String cursor) {
        ListingAddress address = ListingAddress.of("/v1/desk/articles/" + ref + "/revisions");
        return new RevisionQuery(
                address,
                Limit.parse(limit),
                cursor == null ? Integer.MAX_VALUE : number(Cursor.decode(cursor, address, 1)));
    }

    public Page<RevisionCard> page(UUID article) {
        List<Revision> rows = Revision.before(article, before, limit.plusOne());
        Page<Revision> page = Page.of(rows, limit, revision -> Cursor.of(revision.number()));
        return page.with(page.items().stream().map(RevisionCard::of).toList());
    }

    private static int number(Cursor cursor) {
        return RevisionNumber.parse(cursor.key().get(0)).orElseThrow(Cursor::unreadable);
    }
}
