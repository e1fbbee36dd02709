package press.gazette.curation.resolution;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import press.gazette.curation.draft.ExternalLink;
import press.gazette.curation.draft.ListEntry;
import press.gazette.curation.draft.Overrides;

/**
 * One place of a resolved list.
 *
 * @param entry what was placed here by hand; absent: fill
 * @param source the number of the source of the fill, from 0; absent: placed by hand
 * @param article absent: the entry is a link to elsewhere
 * @param group the key of its group; absent: the list has none
 */
public record Slot(
        Origin origin,
        @Nullable ListEntry entry,
        @Nullable Integer source,
        @Nullable UUID article,
        @Nullable String group) {

    /** The ids of the pictures that stand here by the editor's choice. */
    public Stream<UUID> pictures() {
        return Stream.ofNullable(entry)
                .map(ListEntry::placed)
                .flatMap(placed -> Stream.of(
                        Optional.ofNullable(placed.overrides()).map(Overrides::image),
                        Optional.ofNullable(placed.target().link()).map(ExternalLink::image)))
                .flatMap(Optional::stream);
    }
}
