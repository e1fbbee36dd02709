package press.gazette.curation.reading;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.quarkus.hibernate.orm.panache.Panache;

import press.gazette.curation.CuratedList;
import press.gazette.curation.Sources;
import press.gazette.curation.draft.ListContent;

/**
 * A revision of a list that is to be resolved.
 *
 * @param list the id of the list
 * @param number that of the revision
 * @param since when the revision went live; of one that is not live, when it was saved
 */
public record Edition(UUID list, String key, int number, Instant since, ListContent content) {

    /** The live revisions of these lists and of all from which they are filled, by the ids of the lists: one statement. */
    static Map<UUID, Edition> live(Collection<UUID> lists) {
        if (lists.isEmpty()) {
            return Map.of();
        }
        return Panache.getSession(CuratedList.class)
                .createSelectionQuery("""
                        with reached as (
                            select l.id as id, 0 as depth from CuratedList l where l.id in :lists
                            union all
                            select s as id, r.depth + 1 as depth
                            from reached r join CuratedList l on l.id = r.id join l.live v join v.sources s
                            where r.depth < %d)
                        select l.id, l.key, v.number, l.liveAt, v.content
                        from CuratedList l join l.live v where l.id in (select r.id from reached r)""".formatted(Sources.DEEPEST), Edition.class)
                .setParameter("lists", lists)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(Edition::list, Function.identity()));
    }
}
