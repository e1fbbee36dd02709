package press.gazette.body.assembly;

import java.util.ArrayList;
import java.util.List;

import press.gazette.body.inline.Span;
import press.gazette.body.inline.Spans;

/** The open quotations and lists. Those that no block can hold are losses, once words stand in them. */
final class Nesting {

    private static final String HELD = "";

    /** The kind of loss of each, the outermost first; {@link #HELD}: none. */
    private final List<String> open = new ArrayList<>();

    /** The number of those, from the outermost, that have words. */
    private int told;

    boolean isEmpty() {
        return open.isEmpty();
    }

    void open() {
        open.add(HELD);
    }

    /** Opens one whose words become lines. */
    void openLost(String kind) {
        open.add(kind);
    }

    /** Closes the innermost. At least one must be open. */
    void close() {
        open.remove(open.size() - 1);
        told = Math.min(told, open.size());
    }

    /** Reports each one in which this line is the first. */
    void tell(List<Span> line, Losses losses) {
        for (String kind : open.subList(told, open.size())) {
            if (!kind.equals(HELD)) {
                losses.add(kind, Spans.plain(line));
            }
        }
        told = open.size();
    }
}
