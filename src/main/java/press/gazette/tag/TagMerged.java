package press.gazette.tag;

import java.util.UUID;

/**
 * The merger of a tag into another in the running transaction. Rooms above that store ids of tags observe it and change their
 * rows in the same transaction.
 *
 * @param from the id of the tag that is removed
 */
public record TagMerged(UUID from, UUID into) {}
