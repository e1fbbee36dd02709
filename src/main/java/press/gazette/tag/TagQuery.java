package press.gazette.tag;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.change.Subject;
import press.gazette.delivery.AsOf;
import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;
import press.gazette.problem.Problem;
import press.gazette.problem.Word;

/**
 * A listing of tags in the order of their slugs; of those whose names begin alike, in the order of their names.
 *
 * @param address what its cursors are good for
 * @param type only tags of this type; absent: all
 * @param prefix only tags whose folded names begin so; absent: all
 * @param parent only tags right below this one; absent: all
 * @param after where the page starts; absent: at the beginning
 */
public record TagQuery(
        ListingAddress address,
        @Nullable TagType type,
        @Nullable String prefix,
        @Nullable Ref parent,
        Limit limit,
        @Nullable Cursor after) {

    public static final int LONGEST_PREFIX = 100;

    /** Behind every name that begins with what stands before it. */
    public static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    /** Reads the parameters of the listing; refuses before anything is asked of the database. */
    static TagQuery parse(TagParameters parameters) {
        ListingAddress address = ListingAddress.of("/v1/tags")
                .with("type", parameters.type())
                .with("q", parameters.q())
                .with("parent", parameters.parent());
        String prefix = prefix(parameters.q());
        return new TagQuery(
                address,
                type(parameters.type()),
                prefix,
                parent(parameters.parent()),
                Limit.parse(parameters.limit()),
                parameters.cursor() == null
                        ? null
                        : Cursor.decode(parameters.cursor(), address, prefix == null ? 1 : 2));
    }

    /** Reads the parameter {@code type}. */
    public static @Nullable TagType type(@Nullable String word) {
        return word == null ? null : Word.parse("type", word, TagType.values(), type -> type.word);
    }

    /** Reads the parameter {@code q} as names are compared. */
    public static @Nullable String prefix(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String prefix = text.length() > LONGEST_PREFIX || text.chars().anyMatch(Character::isISOControl)
                ? ""
                : Folding.of(text);
        if (prefix.isEmpty()) {
            throw Problem.invalidParameter(
                    "q",
                    "The beginning of a name in q is 1 to " + LONGEST_PREFIX + " characters, none of them a control.");
        }
        return prefix;
    }

    private static @Nullable Ref parent(@Nullable String text) {
        return text == null
                ? null
                : Ref.of(text)
                        .orElseThrow(() -> Problem.invalidParameter("parent", "The parent is a tag's slug or id."));
    }

    /** One page: two statements. */
    AsOf<Page<TagCard>> page(Instant now) {
        if (parent == null) {
            return AsOf.head(() -> page(null, now), page -> List.of(Subject.TAGS));
        }
        TagLookup found = TagLookup.of(Set.of(parent), false);
        TagLookup.Found above = found.tags().get(parent);
        if (above == null) {
            throw Problem.invalidParameter("parent", "There is no tag \"" + parent.text() + "\".");
        }
        return new AsOf<>(page(above.id(), now), found.position(), List.of(Subject.TAGS));
    }

    private Page<TagCard> page(@Nullable UUID above, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder hql = new StringBuilder("select t from Tag t left join fetch t.image");
        if (above != null) {
            hql.append(" join t.parents p on p.id = :parent");
            parameters.put("parent", above);
        }
        hql.append(" where t.state ").append(TagState.VISIBLE);
        if (type != null) {
            hql.append(" and t.type = :type");
            parameters.put("type", type);
        }
        if (prefix != null) {
            hql.append(" and t.foldedName >= :first and t.foldedName < :last");
            parameters.put("first", prefix);
            parameters.put("last", prefix + LAST);
        }
        hql.append(behind(parameters)).append(prefix == null ? " order by t.slug" : " order by t.foldedName, t.slug");
        PanacheQuery<Tag> query = Tag.find(hql.toString(), parameters);
        List<Tag> rows = query.range(0, limit.value()).list();
        Page<Tag> page = Page.of(
                rows, limit, tag -> prefix == null ? Cursor.of(tag.slug()) : Cursor.of(tag.foldedName(), tag.slug()));
        return page.with(page.items().stream().map(tag -> TagCard.of(tag, now)).toList());
    }

    private String behind(Map<String, Object> parameters) {
        if (after == null) {
            return "";
        }
        parameters.put("slug", after.key().get(after.key().size() - 1));
        if (prefix == null) {
            return " and t.slug > :slug";
        }
        parameters.put("name", after.key().get(0));
        return " and (t.foldedName, t.slug) > (:name, :slug)";
    }
}
