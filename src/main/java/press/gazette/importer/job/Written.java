package press.gazette.importer.job;

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
record Written(Outcome outcome, @Nullable UUID article, boolean hasUnknownLinks, List<Note> notes) {

    static Written leftOut(Note reason) {
        return new Written(Outcome.LEFT_OUT, null, false, List.of(reason));
    }

    static Written failed(String reason) {
        return new Written(Outcome.FAILED, null, false, List.of(new Note("failed", reason)));
    }
}
