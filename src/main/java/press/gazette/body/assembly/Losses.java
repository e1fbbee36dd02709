package press.gazette.body.assembly;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import press.gazette.body.inline.Prose;
import press.gazette.problem.CombiningMarks;

/** Counts the parts of a document that a reader leaves out, by kind, with the words near the first of each kind. */
public final class Losses {

    static final int NEAR = 60;

    /** UTF-16 units of a text in which the words are looked for: blanks and dropped characters stand between them. */
    private static final int MOST_READ = 4 * NEAR;

    /** Kinds with a count of their own; further ones are counted together. A document with more is broken. */
    private static final int MOST = 50;

    private static final String OTHERS = "others";

    private final Map<String, Loss> losses = new LinkedHashMap<>();
    private boolean gated;

    public void add(String what, String near) {
        add(what, 1, near);
    }

    private void add(String what, int count, String near) {
        String name = shortened(what);
        String kind = losses.size() < MOST || losses.containsKey(name) ? name : OTHERS;
        Loss first = losses.getOrDefault(kind, new Loss(kind, 0, ""));
        String words = first.near().isEmpty() ? shortened(near) : first.near();
        losses.put(kind, new Loss(kind, first.count() + count, words));
    }

    /**
     * Adds the characters of a text that no block may hold, each by its code point such as {@code U+0007}, with the
     * words in which the first of them stands: controls and the like, and combining marks beyond the bound of one character.
     */
    public void addCharacters(String text) {
        if (CombiningMarks.areBounded(text) && text.codePoints().noneMatch(Prose::isDropped)) {
            return;
        }
        // A text of a million controls has few different ones.
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        Map<Integer, Integer> firsts = new HashMap<>();
        int marks = 0;
        int c;
        for (int at = 0; at < text.length(); at += Character.charCount(c)) {
            c = text.codePointAt(at);
            boolean dropped = Prose.isDropped(c);
            if (!dropped) {
                marks = CombiningMarks.isMark(c) ? marks + 1 : 0;
            }
            if (dropped || marks > CombiningMarks.MOST_IN_A_ROW) {
                counts.merge(c, 1, Integer::sum);
                firsts.putIfAbsent(c, at);
            }
        }
        counts.forEach((character, count) -> add(
                String.format(Locale.ROOT, "U+%04X", character),
                count,
                wordsAround(text, firsts.getOrDefault(character, 0))));
    }

    /** The text from the start of the word in which the character stands. */
    private static String wordsAround(String text, int at) {
        int start = at;
        while (start > 0 && at - start < NEAR / 2 && !Prose.blank(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, Math.min(text.length(), start + MOST_READ));
    }

    /** Adds the rest of the document, which stands behind a closed gate. No reader of the document reads on. */
    public void addRest(String gate, String near) {
        add(gate, near);
        gated = true;
    }

    /** True if the rest of the document stands behind a closed gate. */
    public boolean isGated() {
        return gated;
    }

    /** All losses, in the order of their first appearance. */
    public List<Loss> all() {
        return List.copyOf(losses.values());
    }

    private static String shortened(String text) {
        String line = Prose.clean(text.length() > MOST_READ ? text.substring(0, MOST_READ) : text)
                .strip()
                .replaceAll("\\s+", " ");
        if (line.length() <= NEAR) {
            return line;
        }
        int blank = line.lastIndexOf(' ', NEAR - 1);
        int end = blank > NEAR / 2 ? blank : NEAR - 1;
        // Half a surrogate pair is no character, and JSON cannot hold it.
        int whole = Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end;
        return line.substring(0, whole) + "…";
    }
}
