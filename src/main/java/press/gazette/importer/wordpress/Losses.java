package press.gazette.importer.wordpress;

import java.util.ArrayList;
import java.util.List;

import press.gazette.importer.item.Note;

/** Collects the lines of the report on one article, a bounded number of them. */
final class Losses {

    private static final int MOST = 50;

    private final List<Note> notes = new ArrayList<>();

    void add(Note note) {
        if (notes.size() < MOST && !notes.contains(note)) {
            notes.add(note);
        }
    }

    List<Note> notes() {
        return notes;
    }
}
