package press.gazette.tag.desk;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.quarkus.hibernate.orm.panache.Panache;

import press.gazette.tag.Tag;
import press.gazette.tag.TagLookup;

/** The tags above and below a tag, visible or not, with the longest path to each. */
final class Lineage {

    private record Step(UUID tag, int steps) {}

    private Lineage() {}

    /** The longest path up; 0: no tag is above it. */
    static int height(UUID tag) {
        return longest(walked(tag, "t", "p"));
    }

    /** The longest path down; 0: no tag is below it. */
    static int depth(UUID tag) {
        return longest(below(tag));
    }

    /** All tags above it at any height. */
    static Set<UUID> above(UUID tag) {
        return walked(tag, "t", "p").keySet();
    }

    /** All tags below it at any depth, each with the longest path to it. */
    static Map<UUID, Integer> below(UUID tag) {
        return walked(tag, "p", "t");
    }

    private static int longest(Map<UUID, Integer> steps) {
        return steps.isEmpty() ? 0 : Collections.max(steps.values());
    }

    /** Walks the edges from children {@code t} to parents {@code p} in either direction, one step more than is allowed. */
    private static Map<UUID, Integer> walked(UUID tag, String from, String to) {
        return Panache.getSession(Tag.class)
                .createSelectionQuery(
                        """
                        with walked as (
                            select %2$s.id as id, 1 as steps from Tag t join t.parents p where %1$s.id = :tag
                            union all
                            select %2$s.id as id, w.steps + 1 as steps
                            from walked w join Tag t on %3$s join t.parents p %4$s
                            where w.steps <= %5$d)
                        select w.id, max(w.steps) from walked w group by w.id""".formatted(
                                        from,
                                        to,
                                        from.equals("t") ? "t.id = w.id" : "t.id is not null",
                                        from.equals("t") ? "" : "on p.id = w.id",
                                        TagLookup.DEEPEST),
                        Step.class)
                .setParameter("tag", tag)
                .getResultStream()
                .collect(Collectors.toMap(Step::tag, Step::steps));
    }
}
