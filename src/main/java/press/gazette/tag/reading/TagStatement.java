package press.gazette.tag.reading;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.Page;
import press.gazette.tag.TagState;
import press.gazette.tag.TagType;

/**
 * One page of a listing of tags {@code t}, as one statement. An absent component does not narrow it.
 *
 * @param parent only tags right below this one
 */
public record TagStatement(
        TagOrder order,
        @Nullable TagType type,
        @Nullable TagState state,
        @Nullable UUID parent) {

    /** An item with the key of its row. */
    private record Keyed<T>(Cursor key, T item) {}

    /**
     * Reads the page.
     *
     * @param columns of the tag {@code t} and of the joined tables
     * @param joins further tables
     * @param condition of every listing of this kind
     */
    public <T> Page<T> page(String columns, Sql joins, Sql condition, Limit limit, Function<Row, T> reader) {
        List<Keyed<T>> rows = Sql.of("select " + order.columns() + ", " + columns + " from " + order.tables())
                .plus(joins)
                .plus(" where ")
                .plus(condition)
                .plus(narrowing())
                .plus(order.condition())
                .plus(" order by " + order.by(leading()) + " limit " + limit.plusOne())
                .rows(row -> new Keyed<>(order.key(row), reader.apply(row)));
        Page<Keyed<T>> page = Page.of(rows, limit, Keyed::key);
        return page.with(page.items().stream().map(Keyed::item).toList());
    }

    /** The column that leads an index and is bound to one value; without it in ORDER BY, H2 would scan. */
    private String leading() {
        if (parent != null || (type == null && state == null)) {
            return "";
        }
        return type == null ? "t.state" : "t.type";
    }

    private Sql narrowing() {
        Sql typed = type == null ? Sql.NONE : Sql.of(" and t.type = ?", type.word);
        Sql inState = state == null ? Sql.NONE : Sql.of(" and t.state = ?", state.word);
        Sql below = parent == null
                ? Sql.NONE
                : Sql.of(" and t.id in (select p.tag_id from tag_parent p where p.parent_id = ?)", parent);
        return typed.plus(inState).plus(below);
    }
}
