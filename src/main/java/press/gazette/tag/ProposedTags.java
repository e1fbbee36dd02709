package press.gazette.tag;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.LockModeType;

/** Tags that readers do not know of until something public names them. */
public final class ProposedTags {

    private ProposedTags() {}

    /**
     * Shows those of the tags to readers that are proposed, and all proposed tags above them. The rows are locked in the order of
     * their ids: two transactions that reveal the same tags do not wait for each other.
     */
    public static void reveal(Collection<Tag> tags, Instant now) {
        Set<UUID> proposed = new HashSet<>();
        collect(tags, proposed);
        if (!proposed.isEmpty()) {
            Tag.<Tag>find("id in ?1 order by id", proposed)
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .list();
            tags.forEach(tag -> tag.appear(now));
        }
    }

    private static void collect(Collection<Tag> tags, Set<UUID> proposed) {
        for (Tag tag : tags) {
            if (tag.state() == TagState.PROPOSED && proposed.add(tag.id())) {
                collect(tag.parents(), proposed);
            }
        }
    }
}
