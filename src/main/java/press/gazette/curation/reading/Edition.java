package press.gazette.curation.reading;

import java.time.Instant;
import java.util.UUID;

import press.gazette.curation.draft.ListContent;

/**
 * A revision of a list that is to be resolved.
 *
 * @param list the id of the list
 * @param number that of the revision
 * @param since when the revision went live; of one that is not live, when it was saved
 */
public record Edition(UUID list, String key, int number, Instant since, ListContent content) {}
