package press.gazette.desk;

import java.util.UUID;

/** A note as the desk shows it. */
record NoteView(UUID id, int version, NoteDraft note) {

    static NoteView of(Note note) {
        return new NoteView(note.id, note.version(), note.draft());
    }
}
