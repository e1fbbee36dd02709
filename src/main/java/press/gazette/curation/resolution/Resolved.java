package press.gazette.curation.resolution;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The result of a resolution.
 *
 * @param slots in the order to show
 * @param dropped in the order of the resolution
 * @param exhausted the indexes of the sources of the fill that offered fewer candidates than the list could have taken, in
 *     their order
 * @param exhaustedTags the tags without enough candidates whose latest an editor placed
 */
public record Resolved(List<Slot> slots, List<Dropped> dropped, List<Integer> exhausted, Set<UUID> exhaustedTags) {}
