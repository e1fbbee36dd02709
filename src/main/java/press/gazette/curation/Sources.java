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

/**
 * Which lists are filled from which, by what they are, will be or are meant to be: the live, the scheduled and the latest
 * revision of each. Its one row is locked by whoever adds to that: two editors who each have one list filled from the other
 * could otherwise close a circle that neither of them sees.
 */
@Entity
@Table(name = "list_sources")
public class Sources extends PanacheEntityBase {

    /** From list to list: a front that takes from a section that takes from a desk's list. Further nobody can follow. */
    public static final int DEEPEST = 3;

    private static final int ONLY = 1;

    private static final String CURRENT = """
            from CuratedList l join ListRevision v on v.listId = l.id join v.sources s
            where (v = l.live or v.number = l.latestRevision or v.number = l.scheduledRevision)""";

    @Id
    @SuppressWarnings("UnusedVariable") // the row is there to be locked
    private int id;

    private record Edge(UUID list, String key, UUID source) {}

    protected Sources() {}

    /** Keeps all others from having lists filled from lists until the transaction ends. */
    public static void lock() {
        findById(ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whether any list is filled from this one. */
    public static boolean include(UUID list) {
        return !edges("s", List.of(list)).isEmpty();
    }

    /**
     * Why a list cannot be filled from this one; empty: it can.
     *
     * @param list absent: a new one
     */
    public static String obstacle(@Nullable CuratedList list, CuratedList source) {
        if (source.equals(list)) {
            return "A list is not filled from itself.";
        }
        int steps = 0;
        Map<UUID, String> through = new LinkedHashMap<>(Map.of(source.id(), source.key()));
        Set<UUID> frontier = Set.of(source.id());
        while (!frontier.isEmpty() && steps <= DEEPEST) {
            List<Edge> edges = edges("l.id", frontier);
            edges.forEach(edge -> through.put(edge.list(), edge.key()));
            frontier = edges.stream().map(Edge::source).collect(Collectors.toSet());
            if (list != null && frontier.contains(list.id())) {
                return "This would be a circle: \"" + list.key() + "\" already fills what this one is filled from: "
                        + String.join(", ", through.values()) + ".";
            }
            steps += frontier.isEmpty() ? 0 : 1;
        }
        int height = list == null ? 0 : height(list.id());
        return steps + 1 + height > DEEPEST
                ? "Lists are filled from lists that are filled from lists at most " + DEEPEST + " steps deep."
                : "";
    }

    /** The lists that are filled from this one, through whatever others. */
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
