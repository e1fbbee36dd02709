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
import press.gazette.problem.ParameterValue;
import press.gazette.tag.Tag;
import press.gazette.tag.TagState;
import press.gazette.tag.TagType;
import press.gazette.tag.reading.TagQuery;

/**
 * The desk's listing of tags of all states, ordered by slug; with a prefix, ordered by name.
 *
 * @param address of the listing, to which its cursors are bound
 * @param type only tags of this type; absent: all
 * @param state only tags in this state; absent: all
 * @param prefix only tags whose search keys begin with it; absent: all
 * @param after the key behind which the page starts; absent: the beginning
 */
record DeskTagQuery(
        ListingAddress address,
        @Nullable TagType type,
        @Nullable TagState state,
        @Nullable String prefix,
        Limit limit,
        @Nullable Cursor after) {

    /** Reads the parameters and rejects bad ones, without the database. */
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
        return word == null ? null : ParameterValue.parse("state", word, TagState.values(), state -> state.word);
    }

    /** Reads one page with one statement. */
    Page<DeskTagCard> page() {
        Map<String, Object> parameters = new HashMap<>();
        List<String> conditions = new ArrayList<>(List.of("t.id is not null"));
        if (type != null) {
            conditions.add("t.text.type = :type");
            parameters.put("type", type);
        }
        if (state != null) {
            conditions.add("t.state = :state");
            parameters.put("state", state);
        }
        if (prefix != null) {
            conditions.add("t.text.foldedName >= :first and t.text.foldedName < :last");
            parameters.put("first", prefix);
            parameters.put("last", prefix + TagQuery.LAST);
        }
        if (after != null) {
            List<String> key = after.key();
            conditions.add(
                    prefix == null ? "t.text.slug > :slug" : "(t.text.foldedName, t.text.slug) > (:name, :slug)");
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
                rows,
                limit,
                tag -> prefix == null
                        ? Cursor.of(tag.slug())
                        : Cursor.of(tag.text().foldedName(), tag.slug()));
        return page.with(page.items().stream().map(DeskTagCard::of).toList());
    }

    /** The order, with the leading column of the index although it is bound to one value. */
    private String order() {
        if (prefix != null) {
            return "t.text.foldedName, t.text.slug";
        }
        if (type != null) {
            return "t.text.type, t.text.slug";
        }
        return state == null ? "t.text.slug" : "t.state, t.text.slug";
    }
}
