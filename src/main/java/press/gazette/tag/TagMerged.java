package press.gazette.tag;

import java.util.UUID;

/**
 * One tag has been merged into another one, in the running transaction. Rooms above that keep ids of tags hear of it and
 * follow, in the same transaction.
 *
 * @param from the id of the tag that is no more
 */
public record TagMerged(UUID from, UUID into) {}
