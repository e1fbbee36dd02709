package press.gazette.search.query;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A condition on the tags of an article, with the tags' ids. */
public sealed interface TagCondition {

    /** The article carries at least one of these tags: a tag, or a tag and those below it. Not empty. */
    record Carries(Set<UUID> tags) implements TagCondition {

        public Carries {
            tags = Set.copyOf(tags);
        }
    }

    /** The condition does not hold. */
    record Not(TagCondition condition) implements TagCondition {}

    /** Every condition holds; two or more. */
    record All(List<TagCondition> conditions) implements TagCondition {

        public All {
            conditions = List.copyOf(conditions);
        }
    }

    /** At least one condition holds; two or more. */
    record Any(List<TagCondition> conditions) implements TagCondition {

        public Any {
            conditions = List.copyOf(conditions);
        }
    }
}
