package press.gazette.importer.writer;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.importer.item.Note;

/**
 * The outcome of writing one item.
 *
 * @param article null: there is none
 * @param hasUnknownLinks true if it links to pages of the former site that are not known yet
 */
public record Written(Outcome outcome, @Nullable UUID article, boolean hasUnknownLinks, List<Note> notes) {

    public static Written leftOut(Note reason) {
        return new Written(Outcome.LEFT_OUT, null, false, List.of(reason));
    }

    /** An item that is as it was before. */
    public static Written unchanged() {
        return new Written(Outcome.UNCHANGED, null, false, List.of());
    }

    /** False if the item is as it was before and nothing is to be told or done about it later. */
    public boolean isToReport() {
        return outcome != Outcome.UNCHANGED || hasUnknownLinks || !notes.isEmpty();
    }

    public static Written failed(String reason) {
        return new Written(Outcome.FAILED, null, false, List.of(new Note("failed", reason)));
    }
}
