package press.gazette.curation.resolution;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.curation.draft.ListEntry;

/**
 * Something that might have stood in a list and does not.
 *
 * @param entry what was placed by hand; absent: a candidate of the fill
 * @param source the number of the source of the fill, from 0; absent: placed by hand
 * @param article absent: a link, or the latest of a tag that has none
 * @param list the key of the list above it on the page where the article stands already; absent: that is not the reason
 */
public record Dropped(
        @Nullable ListEntry entry,
        @Nullable Integer source,
        @Nullable UUID article,
        Reason reason,
        @Nullable String list) {}
