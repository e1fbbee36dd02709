package press.gazette.change;

import java.util.List;

/**
 * Event: changes of this node are committed. Fired on this node right after the commit, before any client gets the
 * response.
 */
public record ChangesCommitted(List<Invalidation> invalidations) {}
