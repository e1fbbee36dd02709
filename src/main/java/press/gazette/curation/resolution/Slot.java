package press.gazette.curation.resolution;

import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import press.gazette.curation.content.ListEntry;

/** One item of a resolved list. */
public sealed interface Slot {

    Origin origin();

    /** The id of the article; null: the item is a link to elsewhere. */
    @Nullable
    UUID article();

    /** The key of the group; null: the list has no groups. */
    @Nullable
    String group();

    /** The ids of the pictures that an editor chose for this item. */
    Stream<UUID> pictures();

    /** An item that an editor placed. */
    record Placed(
            ListEntry entry,
            @Nullable UUID article,
            @Nullable String group) implements Slot {

        @Override
        public Origin origin() {
            return entry.placed().hasPin() ? Origin.PINNED : Origin.CURATED;
        }

        @Override
        public Stream<UUID> pictures() {
            return entry.placed().pictures();
        }
    }

    /**
     * An item that the fill supplied.
     *
     * @param source the index of the source of the fill, from 0
     */
    record Filled(int source, UUID article, @Nullable String group) implements Slot {

        @Override
        public Origin origin() {
            return Origin.FILL;
        }

        @Override
        public Stream<UUID> pictures() {
            return Stream.empty();
        }
    }
}
