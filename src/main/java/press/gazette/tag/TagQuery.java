package press.gazette.tag;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import org.jspecify.annotations.Nullable;

import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;
import press.gazette.problem.Problem;

/**
 * A listing of tags in the order of their slugs.
 *
 * @param type only tags of this type; absent: all
 * @param after where the page starts; absent: at the beginning
 */
public record TagQuery(
        @Nullable TagType type, Limit limit, @Nullable Cursor after) {

    private static final int KEY_WIDTH = 1;

    /** Reads the parameters of the listing; refuses before anything is asked of the database. */
    static TagQuery parse(@Nullable String type, @Nullable String limit, @Nullable String cursor) {
        TagType parsed = type == null ? null : typeOf(type);
        return new TagQuery(
                parsed, Limit.parse(limit), cursor == null ? null : Cursor.decode(cursor, address(parsed), KEY_WIDTH));
    }

    /** The listing that all its pages belong to. */
    ListingAddress address() {
        return address(type);
    }

    private static ListingAddress address(@Nullable TagType type) {
        return ListingAddress.of("/v1/tags").with("type", type == null ? null : type.word);
    }

    private static TagType typeOf(String word) {
        Optional<TagType> type = TagType.of(word);
        return type.orElseThrow(() ->
                Problem.invalidParameter("type", "The type is one of " + String.join(", ", TagType.words()) + "."));
    }

    Page<TagCard> page() {
        StringBuilder hql = new StringBuilder("from Tag t left join fetch t.image where t.state <> HIDDEN");
        Map<String, Object> parameters = new HashMap<>();
        if (type != null) {
            hql.append(" and t.type = :type");
            parameters.put("type", type);
        }
        if (after != null) {
            hql.append(" and t.slug > :slug");
            parameters.put("slug", after.key().get(0));
        }
        PanacheQuery<Tag> query = Tag.find(hql.append(" order by t.slug").toString(), parameters);
        List<Tag> rows = query.range(0, limit.value()).list();
        Page<Tag> page = Page.of(rows, limit, tag -> Cursor.of(tag.slug()));
        return page.with(page.items().stream().map(TagCard::of).toList());
    }
}
