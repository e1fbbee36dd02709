package press.gazette.curation.content;

import java.util.UUID;

/**
 * An entry of a revision.
 *
 * @param id the same in all revisions that have the entry
 */
public record ListEntry(UUID id, Placement placed) {}
