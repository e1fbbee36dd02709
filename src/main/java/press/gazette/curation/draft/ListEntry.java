package press.gazette.curation.draft;

import java.util.UUID;

/**
 * An entry of a revision.
 *
 * @param id the same in all revisions that have it
 * @param placed with ids in place of all slugs
 */
public record ListEntry(UUID id, EntryDraft placed) {}
