package press.gazette.tag.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;
import press.gazette.problem.Word;
import press.gazette.tag.Tag;
import press.gazette.tag.TagQuery;
import press.gazette.tag.TagState;
import press.gazette.tag.TagType;

/**
 * The desk's listing of tags of all states, in the order of their slugs; of those whose names begin alike, in the order of
 * their names.
 *
 * @param address what its cursors are good for
 * @param type only tags of this type; absent: all
 * @param state only tags in this state; absent: all
 * @param prefix only tags whose folded names begin so; absent: all
 * @param after where the page starts; absent: at the beginning
 */
record DeskTagQuery(
        ListingAddress address,
        @Nullable TagType type,
        @Nullable TagState state,
        @Nullable String prefix,
        Limit limit,
        @Nullable Cursor after) {

    /** Reads the parameters of the listing; refuses before anything is asked of the database. */
    static DeskTagQuery parse(DeskTagParameters parameters) {
        ListingAddress address = ListingAddress.of("/v1/desk/tags")
                .with("type", parameters.type())
                .with("state", parameters.state())
                .with("q", parameters.q());
        String prefix = TagQuery.prefix(parameters.q());
        return new DeskTagQuery(
                address,
                TagQuery.type(parameters.type()),
                state(parameters.state()),
                prefix,
                Limit.parse(parameters.limit()),
                parameters.cursor() == null
                        ? null
                        : Cursor.decode(parameters.cursor(), address, prefix == null ? 1 : 2));
    }

    private static @Nullable TagState state(@Nullable String word) {
        return word == null ? null : Word.parse("state", word, TagState.values(), state -> state.word);
    }

    /** One page: one statement. */
    Page<DeskTagCard> page() {
        Map<String, Object> parameters = new HashMap<>();
        List<String> conditions = new ArrayList<>(List.of("t.id is not null"));
        if (type != null) {
            conditions.add("t.type = :type");
            parameters.put("type", type);
        }
        if (state != null) {
            conditions.add("t.state = :state");
            parameters.put("state", state);
        }
        if (prefix != null) {
            conditions.add("t.foldedName >= :first and t.foldedName < :last");
            parameters.put("first", prefix);
            parameters.put("last", prefix + TagQuery.LAST);
        }
        if (after != null) {
            List<String> key = after.key();
            conditions.add(prefix == null ? "t.slug > :slug" : "(t.foldedName, t.slug) > (:name, :slug)");
            parameters.put("slug", key.get(key.size() - 1));
            if (prefix != null) {
                parameters.put("name", key.get(0));
            }
        }
        List<Tag> rows = Tag.<Tag>find(
                        "from Tag t where " + String.join(" and ", conditions) + " order by " + order(), parameters)
                .range(0, limit.value())
                .list();
        Page<Tag> page = Page.of(
                rows, limit, tag -> prefix == null ? Cursor.of(tag.slug()) : Cursor.of(tag.foldedName(), tag.slug()));
        return page.with(page.items().stream().map(DeskTagCard::of).toList());
    }

    /** With the column in front that the index begins with, though it is bound to one value. */
    private String order() {
        if (prefix != null) {
            return "t.foldedName, t.slug";
        }
        if (type != null) {
            return "t.type, t.slug";
        }
        return state == null ? "t.slug" : "t.state, t.slug";
    }
}
