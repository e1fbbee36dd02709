package press.gazette.importer.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import press.gazette.importer.item.Note;

/** The numbers of the lines of a report with an example each. */
final class ImportSummary {

    private static final int PAGE = 1_000;

    /** The most different names of one kind of line. */
    private static final int MOST_NAMES = 200;

    /** Kinds of lines that begin with a name, which are counted by it: shortcodes, blocks, cards. */
    private static final Set<String> NAMED = Set.of("unknown-shortcode", "dynamic-block", "card");

    private final Map<String, Note> examples = new TreeMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    private ImportSummary() {}

    /** Reads all lines of an import in the running transaction. */
    static List<Note> of(UUID job) {
        ImportSummary summary = new ImportSummary();
        List<ImportEntry> page = ImportEntry.after(job, 0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(entry -> entry.notes().forEach(summary::count));
            int last = page.get(page.size() - 1).number();
            ImportEntry.getEntityManager().clear();
            page = ImportEntry.after(job, last, PAGE);
        }
        return summary.notes();
    }

    private void count(Note note) {
        String key = note.code();
        if (NAMED.contains(note.code()) && counts.size() < MOST_NAMES) {
            key += " " + note.detail().split(" ", 2)[0];
        }
        counts.merge(key, 1, Integer::sum);
        examples.putIfAbsent(key, note);
    }

    private List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        examples.forEach((key, example) -> notes.add(
                new Note(example.code(), counts.getOrDefault(key, 1) + " times, such as: " + example.detail())));
        return notes;
    }
}
