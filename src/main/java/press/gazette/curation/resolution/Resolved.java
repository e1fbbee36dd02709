package press.gazette.curation.resolution;

import java.util.List;

/**
 * What stands in a list, and what does not.
 *
 * @param slots in the order to show
 * @param dropped in the order in which they were looked at
 */
public record Resolved(List<Slot> slots, List<Dropped> dropped) {}
