package press.gazette.curation.resolution;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.curation.content.ListEntry;

/** A candidate for a list that is not shown. */
public sealed interface Dropped {

    Reason reason();

    /** The id of the article; null: the candidate is a link, or the latest of a tag that has none. */
    @Nullable
    UUID article();

    /** An entry that an editor placed. */
    record Placed(ListEntry entry, @Nullable UUID article, Reason reason) implements Dropped {}

    /**
     * An article that a source of the fill offered.
     *
     * @param source the index of the source, from 0
     * @param list the key of the list above it on the page that shows the article; null unless that is the reason
     */
    record Offered(
            int source,
            UUID article,
            Reason reason,
            @Nullable String list) implements Dropped {}
}
