package press.gazette.curation.resolver;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import press.gazette.change.LedgerMark;
import press.gazette.change.LedgerPosition;
import press.gazette.curation.Sources;
import press.gazette.curation.content.ListContent;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.json.Json;

/**
 * The live revisions of some lists and of all lists that fill them, at any depth: one statement.
 *
 * @param placed the requested revisions in the order of the page; lists that are not public are missing
 * @param all the requested revisions and those that fill them, by the ids of the lists
 * @param title of the page; null: no page was requested, or none of its lists is public
 * @param position the end of the ledger; null: no list was found
 */
public record LiveRevisions(
        List<ResolvableRevision> placed,
        Map<UUID, ResolvableRevision> all,
        @Nullable String title,
        @Nullable LedgerPosition position) {

    private static final LiveRevisions NONE = new LiveRevisions(List.of(), Map.of(), null, null);

    /** One row: a revision and its place on the page; null: it only fills another list. */
    private record Found(
            @Nullable Integer place,
            ResolvableRevision revision,
            @Nullable String title,
            LedgerMark mark) {}

    /** The live revision of the list with this key. */
    public static LiveRevisions ofList(String key) {
        return read(
                Sql.of("select l.id, 0, 0 from curated_list l where l.key = ?", key), Sql.of("cast(null as varchar)"));
    }

    /** The live revisions of the lists of the page with this key. */
    public static LiveRevisions ofPage(String key) {
        return read(
                Sql.of(
                        "select s.list_id, s.position, 0 from curated_page p join curated_page_list s on s.page_id = p.id where p.key = ?",
                        key),
                Sql.of("(select p.title from curated_page p where p.key = ?)", key));
    }

    /** The live revisions of the lists with these ids, placed in this order. */
    static LiveRevisions of(Collection<UUID> lists) {
        if (lists.isEmpty()) {
            return NONE;
        }
        LiveRevisions read = read(
                Sql.of("select l.id, 0, 0 from curated_list l where l.id in ").plus(Sql.list(lists)),
                Sql.of("cast(null as varchar)"));
        return new LiveRevisions(
                lists.stream().map(read.all::get).filter(Objects::nonNull).toList(), read.all, null, read.position);
    }

    /** @param roots the ids of lists, their places, and the depth 0 */
    private static LiveRevisions read(Sql roots, Sql title) {
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
                .rows(LiveRevisions::found);
        if (found.isEmpty()) {
            return NONE;
        }
        List<ResolvableRevision> placed = found.stream()
                .filter(each -> each.place() != null)
                .sorted(Comparator.comparing(each -> Objects.requireNonNull(each.place())))
                .map(Found::revision)
                .toList();
        Map<UUID, ResolvableRevision> all = found.stream()
                .map(Found::revision)
                .collect(Collectors.toMap(ResolvableRevision::list, revision -> revision));
        return new LiveRevisions(
                placed, all, found.get(0).title(), found.get(0).mark().position());
    }

    private static Found found(Row row) {
        Integer place = row.integerOrNull();
        ResolvableRevision revision = new ResolvableRevision(
                row.uuid(), row.text(), row.integer(), row.instant(), Json.fromColumn(row.text(), ListContent.class));
        return new Found(place, revision, row.textOrNull(), LedgerMark.of(row));
    }

    /** These revisions without some articles. */
    public LiveRevisions without(Set<UUID> articles) {
        if (articles.isEmpty()) {
            return this;
        }
        Map<UUID, ResolvableRevision> others = new HashMap<>();
        all.forEach((list, revision) -> others.put(list, revision.without(articles)));
        return new LiveRevisions(
                placed.stream()
                        .map(revision -> Objects.requireNonNull(others.get(revision.list())))
                        .toList(),
                others,
                title,
                position);
    }

    /** These revisions with one more, in place of the live one of its list; it alone is placed. */
    LiveRevisions with(ResolvableRevision other) {
        Map<UUID, ResolvableRevision> others = new HashMap<>(all);
        others.put(other.list(), other);
        return new LiveRevisions(List.of(other), others, null, position);
    }
}
