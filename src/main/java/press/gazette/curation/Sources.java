package press.gazette.curation;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

import press.gazette.problem.Faults;

/**
 * The lists that fill other lists, by the live, the scheduled and the latest revision of each. Every write that adds a list
 * as a source locks the one row of the table. Without the lock two editors could close a circle that neither of them sees:
 * each fills one of two lists from the other.
 */
@Entity
@Table(name = "list_sources")
public class Sources extends PanacheEntityBase {

    /** The most steps from list to list: a front takes from a section, which takes from a desk's list, which may take once more. */
    public static final int DEEPEST = 3;

    private static final int ONLY = 1;

    private static final String CURRENT = """
            from CuratedList l join ListRevision v on v.listId = l.id join v.sources s
            where (v = l.live or v.number = l.latestRevision or v.number = l.schedule.scheduledRevision)""";

    @Id
    @SuppressWarnings("UnusedVariable") // the row is there to be locked
    private int id;

    private record Edge(UUID list, String key, UUID source) {}

    protected Sources() {}

    /** Locks all sources until the transaction ends. */
    public static void lock() {
        findById(ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    /** True if this list fills any list. */
    public static boolean include(UUID list) {
        return !edges("s", List.of(list)).isEmpty();
    }

    /**
     * The reason against filling a list from another list; empty: none.
     *
     * @param list the list to fill; null: a new one
     * @param source the list to take from
     */
    public static String obstacle(@Nullable CuratedList list, CuratedList source) {
        if (source.equals(list)) {
            return "A list cannot be filled from itself.";
        }
        int steps = 0;
        Map<UUID, String> through = new LinkedHashMap<>(Map.of(source.id(), source.key()));
        Set<UUID> frontier = Set.of(source.id());
        while (!frontier.isEmpty() && steps <= DEEPEST) {
            List<Edge> edges = edges("l.id", frontier);
            edges.forEach(edge -> through.put(edge.list(), edge.key()));
            frontier = edges.stream().map(Edge::source).collect(Collectors.toSet());
            if (list != null && frontier.contains(list.id())) {
                return "This would be a circle: \"" + list.key() + "\" already fills these lists: "
                        + String.join(", ", through.values()) + ".";
            }
            steps += frontier.isEmpty() ? 0 : 1;
        }
        int height = list == null ? 0 : height(list.id());
        return steps + 1 + height > DEEPEST ? "Lists can be filled from lists at most " + DEEPEST + " steps deep." : "";
    }

    /**
     * Rejects a revision whose sources would close a circle.
     *
     * @param pointer to the member of the request that names the revision
     */
    public static void check(CuratedList list, Set<UUID> sources, String pointer) {
        if (sources.isEmpty()) {
            return;
        }
        lock();
        Faults faults = new Faults();
        CuratedList.<CuratedList>list("id in ?1 order by key", sources).forEach(source -> {
            String obstacle = obstacle(list, source);
            faults.check(obstacle.isEmpty(), pointer, obstacle);
        });
        faults.refuse();
    }

    /** The lists that this one fills, directly or through others. */
    public static Set<UUID> filledFrom(UUID list) {
        Set<UUID> all = new HashSet<>();
        Set<UUID> frontier = Set.of(list);
        for (int step = 0; step < DEEPEST && !frontier.isEmpty(); step++) {
            frontier = edges("s", frontier).stream().map(Edge::list).collect(Collectors.toSet());
            all.addAll(frontier);
        }
        return all;
    }

    private static int height(UUID list) {
        Set<UUID> frontier = Set.of(list);
        int steps = 0;
        while (!frontier.isEmpty() && steps <= DEEPEST) {
            frontier = edges("s", frontier).stream().map(Edge::list).collect(Collectors.toSet());
            steps += frontier.isEmpty() ? 0 : 1;
        }
        return steps;
    }

    private static List<Edge> edges(String end, Collection<UUID> lists) {
        return Panache.getSession(CuratedList.class)
                .createSelectionQuery(
                        "select distinct l.id, l.key, s " + CURRENT + " and " + end + " in :lists", Edge.class)
                .setParameter("lists", lists)
                .getResultList();
    }
}
