package press.gazette.curation.resolution;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What stands in a list, and what does not.
 *
 * @param slots in the order to show
 * @param dropped in the order in which they were looked at
 * @param exhausted the numbers of the sources of the fill of which every candidate was looked at and the list could have
 *     taken more, in their order
 * @param exhaustedTags the same of the tags whose latest is placed by hand
 */
public record Resolved(List<Slot> slots, List<Dropped> dropped, List<Integer> exhausted, Set<UUID> exhaustedTags) {}
