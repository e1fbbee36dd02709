package press.gazette.tag.reading;

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
import press.gazette.delivery.Dated;
import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;
import press.gazette.problem.ParameterValue;
import press.gazette.problem.Problem;
import press.gazette.tag.SearchKey;
import press.gazette.tag.Tag;
import press.gazette.tag.TagLookup;
import press.gazette.tag.TagState;
import press.gazette.tag.TagType;

/**
 * A listing of visible tags, ordered by slug; with a prefix, ordered by name.
 *
 * @param address of the listing, to which its cursors are bound
 * @param type only tags of this type; absent: all
 * @param prefix only tags whose search keys begin with it; absent: all
 * @param parent only tags right below this one; absent: all
 * @param after the key behind which the page starts; absent: the beginning
 */
public record TagQuery(
        ListingAddress address,
        @Nullable TagType type,
        @Nullable String prefix,
        @Nullable Ref parent,
        Limit limit,
        @Nullable Cursor after) {

    public static final int LONGEST_PREFIX = 100;

    /** A prefix followed by this sorts behind every name with the prefix. */
    public static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    /** Reads the parameters and rejects bad ones, without the database. */
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
        return word == null ? null : ParameterValue.parse("type", word, TagType.values(), type -> type.word);
    }

    /** Reads the parameter {@code q} as a search key. */
    public static @Nullable String prefix(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String prefix = text.length() > LONGEST_PREFIX || text.chars().anyMatch(Character::isISOControl)
                ? ""
                : SearchKey.of(text);
        if (prefix.isEmpty()) {
            throw Problem.invalidParameter(
                    "q", "The parameter q is 1 to " + LONGEST_PREFIX + " characters without control characters.");
        }
        return prefix;
    }

    private static @Nullable Ref parent(@Nullable String text) {
        return text == null
                ? null
                : Ref.of(text)
                        .orElseThrow(() -> Problem.invalidParameter("parent", "The parent is a tag's slug or id."));
    }

    /** Reads one page with two statements. */
    Dated<Page<TagCard>> page(Instant now) {
        if (parent == null) {
            return Dated.head(() -> page(null, now), page -> List.of(Subject.TAGS));
        }
        TagLookup found = TagLookup.of(Set.of(parent), false);
        TagLookup.Found above = found.tags().get(parent);
        if (above == null) {
            throw Problem.invalidParameter("parent", "There is no tag \"" + parent.text() + "\".");
        }
        return new Dated<>(page(above.id(), now), found.position(), List.of(Subject.TAGS));
    }

    private Page<TagCard> page(@Nullable UUID above, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder hql = new StringBuilder("select t from Tag t left join fetch t.text.image");
        if (above != null) {
            hql.append(" join t.parents p on p.id = :parent");
            parameters.put("parent", above);
        }
        hql.append(" where t.state ").append(TagState.VISIBLE);
        if (type != null) {
            hql.append(" and t.text.type = :type");
            parameters.put("type", type);
        }
        if (prefix != null) {
            hql.append(" and t.text.foldedName >= :first and t.text.foldedName < :last");
            parameters.put("first", prefix);
            parameters.put("last", prefix + LAST);
        }
        hql.append(behind(parameters))
                .append(prefix == null ? " order by t.text.slug" : " order by t.text.foldedName, t.text.slug");
        PanacheQuery<Tag> query = Tag.find(hql.toString(), parameters);
        List<Tag> rows = query.range(0, limit.value()).list();
        Page<Tag> page = Page.of(
                rows,
                limit,
                tag -> prefix == null
                        ? Cursor.of(tag.slug())
                        : Cursor.of(tag.text().foldedName(), tag.slug()));
        return page.with(page.items().stream().map(tag -> TagCard.of(tag, now)).toList());
    }

    private String behind(Map<String, Object> parameters) {
        if (after == null) {
            return "";
        }
        parameters.put("slug", after.key().get(after.key().size() - 1));
        if (prefix == null) {
            return " and t.text.slug > :slug";
        }
        parameters.put("name", after.key().get(0));
        return " and (t.text.foldedName, t.text.slug) > (:name, :slug)";
    }
}
