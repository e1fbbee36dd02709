package press.gazette.article;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

import io.quarkus.hibernate.orm.panache.Panache;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;
import press.gazette.tag.TagAddress;

/**
 * A listing of public articles, newest first.
 *
 * @param address what its cursors are good for
 * @param tag only articles that carry this tag; absent: all
 * @param after where the page starts; absent: at the newest
 */
record ArticleQuery(
        ListingAddress address,
        @Nullable Ref tag,
        Limit limit,
        @Nullable After after) {

    /** The place in the order right behind which a page starts: the key of the last article before it. */
    record After(Instant publishedAt, UUID id) {

        static @Nullable After parse(@Nullable String cursor, ListingAddress listing) {
            if (cursor == null) {
                return null;
            }
            List<String> key = Cursor.decode(cursor, listing, 2).key();
            try {
                return new After(Instant.parse(key.get(0)), UUID.fromString(key.get(1)));
            } catch (DateTimeParseException | IllegalArgumentException e) {
                // A sound checksum around a senseless key: somebody made it by hand.
                throw Cursor.unreadable();
            }
        }
    }

    private static final ListingAddress ALL = ListingAddress.of("/v1/articles");

    /** All articles; refuses bad parameters before anything is asked of the database. */
    static ArticleQuery all(@Nullable String limit, @Nullable String cursor) {
        return new ArticleQuery(ALL, null, Limit.parse(limit), After.parse(cursor, ALL));
    }

    /** The articles of one tag; refuses bad parameters before anything is asked of the database. */
    static ArticleQuery ofTag(String ref, @Nullable String limit, @Nullable String cursor) {
        ListingAddress address = ListingAddress.of("/v1/tags/" + ref + "/articles");
        return new ArticleQuery(address, Ref.parse(ref, "tag"), Limit.parse(limit), After.parse(cursor, address));
    }

    /** One page with its cards: two statements. */
    Page<ArticleCard> page(Instant now) {
        Page<CardRow> page = Page.of(rows(limit.plusOne(), now), limit, row -> Cursor.of(row.publishedAt(), row.id()));
        if (tag != null && page.items().isEmpty()) {
            // No article is no reason for a 404, but no tag is.
            TagAddress.read(tag, "/articles");
        }
        return page.with(ArticleCard.of(page.items()));
    }

    /**
     * Served by one index in its order. The columns that the index begins with are bound to one value and yet stand in
     * the ORDER BY: without them H2 does not see that the index has the order already.
     */
    private List<CardRow> rows(int most, Instant now) {
        SelectionQuery<CardRow> query = Panache.getSession(Article.class)
                .createSelectionQuery(tag == null ? all() : tagged(tag), CardRow.class)
                .setParameter("now", now)
                .setMaxResults(most);
        if (tag != null) {
            query.setParameter("tag", tag.id() == null ? tag.slug() : tag.id());
        }
        if (after != null) {
            query.setParameter("publishedAt", after.publishedAt()).setParameter("id", after.id());
        }
        return query.getResultList();
    }

    private String all() {
        return """
                select %s from Article a left join a.image i
                where %s %s
                order by a.status, a.dates.publishedAt desc, a.id desc""".formatted(
                        CardRow.COLUMNS,
                        Visibility.PUBLIC,
                        after == null ? "" : "and (a.dates.publishedAt, a.id) < (:publishedAt, :id)");
    }

    private String tagged(Ref ref) {
        return """
                select %s from Tagging g join g.article a left join a.image i
                where g.tag.id = (select t.id from Tag t where t.%s = :tag and t.state <> HIDDEN) and g.listed = true
                and %s %s
                order by g.tag.id, g.listed, g.publishedAt desc, g.article.id desc""".formatted(
                        CardRow.COLUMNS,
                        ref.id() == null ? "slug" : "id",
                        Visibility.PUBLIC,
                        after == null ? "" : "and (g.publishedAt, g.article.id) < (:publishedAt, :id)");
    }
}
