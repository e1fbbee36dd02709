package press.gazette.body.assembly;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import press.gazette.body.inline.Prose;

/** Counts the parts of a document that a reader leaves out, by kind, with the words near the first of each kind. */
public final class Losses {

    static final int NEAR = 60;

    /** Kinds with a count of their own; further ones are counted together. A document with more is broken. */
    private static final int MOST = 50;

    private static final String OTHERS = "others";

    private final Map<String, Loss> losses = new LinkedHashMap<>();
    private boolean gated;

    public void add(String what, String near) {
        String name = shortened(what);
        String kind = losses.size() < MOST || losses.containsKey(name) ? name : OTHERS;
        losses.merge(kind, new Loss(kind, 1, shortened(near)), (first, next) -> {
            String words = first.near().isEmpty() ? next.near() : first.near();
            return new Loss(kind, first.count() + 1, words);
        });
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
        String line = Prose.clean(text.length() > 4 * NEAR ? text.substring(0, 4 * NEAR) : text)
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
