package press.gazette.curation.reading;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import press.gazette.change.LedgerMark;
import press.gazette.change.Position;
import press.gazette.curation.Sources;
import press.gazette.curation.draft.ListContent;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.json.Json;

/**
 * The live revisions of some lists and of all lists from which they are filled: one statement, however deep that goes.
 *
 * @param placed those that were asked for, in the order of the page; without lists that readers cannot see
 * @param all the same and what fills them, by the ids of the lists
 * @param title that of the page; absent: it is no page, or nothing can be seen on it
 * @param position where the ledger ended; absent: no list was found
 */
record Editions(
        List<Edition> placed,
        Map<UUID, Edition> all,
        @Nullable String title,
        @Nullable Position position) {

    private static final Editions NONE = new Editions(List.of(), Map.of(), null, null);

    /** One row: an edition, and its place on the page, absent where it only fills another list. */
    private record Found(
            @Nullable Integer place,
            Edition edition,
            @Nullable String title,
            LedgerMark mark) {}

    /** The list with this key. */
    static Editions ofList(String key) {
        return read(
                Sql.of("select l.id, 0, 0 from curated_list l where l.key = ?", key), Sql.of("cast(null as varchar)"));
    }

    /** The lists of the page with this key. */
    static Editions ofPage(String key) {
        return read(
                Sql.of(
                        "select s.list_id, s.position, 0 from curated_page p join curated_page_list s on s.page_id = p.id where p.key = ?",
                        key),
                Sql.of("(select p.title from curated_page p where p.key = ?)", key));
    }

    /** The lists with these ids; all that readers can see are placed, in this order. */
    static Editions of(Collection<UUID> lists) {
        if (lists.isEmpty()) {
            return NONE;
        }
        Editions read = read(
                Sql.of("select l.id, 0, 0 from curated_list l where l.id in ").plus(Sql.list(lists)),
                Sql.of("cast(null as varchar)"));
        return new Editions(
                lists.stream().map(read.all::get).filter(Objects::nonNull).toList(), read.all, null, read.position);
    }

    /** @param roots the ids of lists, their places, and the depth 0 */
    private static Editions read(Sql roots, Sql title) {
        List<Found> found = Sql.of("with recursive reached (id, place, depth) as (")
                .plus(roots)
                .plus("""
                         union all
                        select s.source_id, cast(null as integer), r.depth + 1
                        from reached r join curated_list l on l.id = r.id join list_source s on s.revision_id = l.live_id
                        where r.depth < %d)
                        select q.place, l.id, l.key, v.number, l.live_at, v.content""".formatted(Sources.DEEPEST))
                .plus(", ")
                .plus(title)
                .plus(", " + LedgerMark.COLUMNS + """
                         from (select r.id as id, min(r.place) as place from reached r group by r.id) q
                        join curated_list l on l.id = q.id join list_revision v on v.id = l.live_id""")
                .rows(Editions::found);
        if (found.isEmpty()) {
            return NONE;
        }
        List<Edition> placed = found.stream()
                .filter(each -> each.place() != null)
                .sorted(Comparator.comparing(each -> Objects.requireNonNull(each.place())))
                .map(Found::edition)
                .toList();
        Map<UUID, Edition> all =
                found.stream().map(Found::edition).collect(Collectors.toMap(Edition::list, edition -> edition));
        return new Editions(
                placed, all, found.get(0).title(), found.get(0).mark().position());
    }

    private static Found found(Row row) {
        Integer place = row.integerOrNull();
        Edition edition = new Edition(
                row.uuid(), row.text(), row.integer(), row.instant(), Json.fromColumn(row.text(), ListContent.class));
        return new Found(place, edition, row.textOrNull(), LedgerMark.of(row));
    }

    /** The same with another revision of one list, which alone is placed. */
    Editions with(Edition other) {
        Map<UUID, Edition> others = new HashMap<>(all);
        others.put(other.list(), other);
        return new Editions(List.of(other), others, null, position);
    }
}
