package press.gazette.article.draft;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;
import press.gazette.problem.Problem;

/**
 * The revisions of one article, the latest first.
 *
 * @param before the number behind which the page starts
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

    /** The revision of that number, as it stands in a path. */
    public static Revision find(UUID article, String number) {
        return Revision.of(article, number(number)).orElseThrow(() -> Problem.notFound("revision"));
    }

    /**
     * What differs from another revision.
     *
     * @param with its number; absent: the one before
     */
    public static Comparison compare(UUID article, String number, @Nullable String with) {
        Revision to = find(article, number);
        if (with == null) {
            return Comparison.of(Revision.of(article, to.number() - 1).orElse(to), to);
        }
        Revision from = Revision.of(article, number(with))
                .orElseThrow(() -> Problem.invalidParameter("with", "The article has no such revision."));
        return Comparison.of(from, to);
    }

    private static int number(Cursor cursor) {
        int number = number(cursor.key().get(0));
        if (number == 0) {
            throw Cursor.unreadable();
        }
        return number;
    }

    /** 0, which no revision has, for what is no number. */
    private static int number(String text) {
        return text.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(text) : 0;
    }
}
