package press.gazette.article;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.delivery.AsOf;
import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;
import press.gazette.problem.Problem;
import press.gazette.tag.TagAddress;
import press.gazette.tag.TagLookup;
import press.gazette.tag.TagType;

/**
 * A listing of public articles.
 *
 * @param address what its cursors are good for
 * @param tag the tag whose listing it is; absent: the listing of all articles
 * @param after where the page starts; absent: at the beginning
 */
record ArticleQuery(
        ListingAddress address,
        @Nullable Ref tag,
        ArticleFilter filter,
        Order order,
        Limit limit,
        @Nullable After after) {

    /** The place in the order right behind which a page starts: the key of the last article before it. */
    record After(Instant date, UUID id) {

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

    /** All articles; refuses bad parameters before anything is asked of the database. */
    static ArticleQuery all(ArticleParameters parameters) {
        return parse(ListingAddress.of("/v1/articles"), null, parameters);
    }

    /** The articles of one tag; refuses bad parameters before anything is asked of the database. */
    static ArticleQuery ofTag(String ref, ArticleParameters parameters) {
        return parse(ListingAddress.of("/v1/tags/" + ref + "/articles"), Ref.parse(ref, "tag"), parameters);
    }

    private static ArticleQuery parse(ListingAddress listing, @Nullable Ref tag, ArticleParameters parameters) {
        ArticleFilter filter = ArticleFilter.parse(parameters);
        Order order = Order.parse(parameters.order());
        ListingAddress address =
                filter.on(listing, parameters).with("order", order == Order.NEWEST ? null : order.word());
        return new ArticleQuery(
                address,
                tag,
                filter,
                order,
                Limit.parse(parameters.limit()),
                After.parse(parameters.cursor(), address));
    }

    /** One page with its cards: three statements. */
    AsOf<Page<ArticleCard>> page(Instant now) {
        List<Ref> refs =
                expression().stream().flatMap(TagExpression::refs).distinct().toList();
        if (refs.isEmpty()) {
            return AsOf.head(() -> page(Map.of(), now));
        }
        TagLookup found = TagLookup.of(refs);
        check(refs, found);
        Map<Ref, UUID> ids = found.tags().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().id()));
        return new AsOf<>(page(ids, now), found.lastChange());
    }

    private Page<ArticleCard> page(Map<Ref, UUID> tags, Instant now) {
        List<CardRow> rows = new ArticleStatement(this, tags, limit.plusOne(), now).rows();
        Page<CardRow> page = Page.of(rows, limit, row -> Cursor.of(order.key(row), row.id()));
        return page.with(ArticleCard.of(page.items()));
    }

    /** All that is asked of tags; empty: nothing. */
    Optional<TagExpression> expression() {
        return filter.expression(tag);
    }

    /** A tag in the path has an address; a tag in a parameter is a value. Both are refused where they do not exist. */
    private void check(List<Ref> refs, TagLookup found) {
        if (tag != null && isElsewhere(tag, found)) {
            TagAddress.read(tag, "/articles");
        }
        check("section", filter.section(), TagType.SECTION, found);
        check("contributor", filter.contributor(), TagType.CONTRIBUTOR, found);
        for (Ref ref : refs) {
            if (!found.tags().containsKey(ref)) {
                throw Problem.invalidParameter("tags", "There is no tag \"" + ref.text() + "\".");
            }
        }
    }

    private static void check(String name, @Nullable Ref ref, TagType type, TagLookup found) {
        if (ref != null
                && (!found.tags().containsKey(ref) || found.tags().get(ref).type() != type)) {
            throw Problem.invalidParameter(name, "There is no " + name + " \"" + ref.text() + "\".");
        }
    }

    private static boolean isElsewhere(Ref ref, TagLookup found) {
        TagLookup.Found tag = found.tags().get(ref);
        return tag == null || (ref.slug() != null && !ref.slug().equals(tag.slug()));
    }
}
