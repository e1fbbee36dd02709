package press.gazette.body.reading;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Recognises comments by which content systems hide the rest of a document: from some readers, or at first. */
final class Gates {

    private static final String MORE = "more";
    private static final Pattern READ_ON = Pattern.compile("(?:wp:)?more(?:\\s.*)?", Pattern.DOTALL);
    private static final Pattern MEMBERS = Pattern.compile(
            "(?:members-only|kg-card-begin:\\s*paywall|paywall|wp:memberful\\S*|subscribers-only)(?:\\s.*)?",
            Pattern.DOTALL);

    private Gates() {}

    /** The name of the gate; null if the comment is no gate. */
    static @Nullable String of(Comment comment) {
        String text = comment.getData().strip().toLowerCase(Locale.ROOT);
        if (READ_ON.matcher(text).matches()) {
            return MORE;
        }
        return MEMBERS.matcher(text).matches() ? "members-only" : null;
    }

    /** True for a gate that ends the body, because the rest of the document is for some readers only. */
    static boolean isClosed(String gate) {
        return !gate.equals(MORE);
    }

    /** The first closed gate, wherever it stands: also within tables, captions and pictures. Null if there is none. */
    static @Nullable Comment closed(Element root) {
        return root.nodeStream(Comment.class).filter(Gates::ends).findFirst().orElse(null);
    }

    private static boolean ends(Comment comment) {
        String gate = of(comment);
        return gate != null && isClosed(gate);
    }

    /** Removes all nodes after the gate from the document, so that no reader meets them. */
    static void removeRest(Comment gate) {
        Node last = gate;
        while (last.parent() instanceof Element parent) {
            List<Node> kept = List.copyOf(parent.childNodes().subList(0, last.siblingIndex() + 1));
            // The removal of a single node takes the time of all its siblings.
            parent.empty();
            parent.appendChildren(kept);
            last = parent;
        }
    }

    /** The first words after the comment; empty if there are none nearby. */
    static String textAfter(Comment comment) {
        Node node = comment;
        for (int step = 0; step < MOST_STEPS && node != null; step++) {
            Node next = node.nextSibling();
            if (next instanceof TextNode text && !text.isBlank()) {
                return text.text();
            }
            if (next instanceof Element element && element.hasText()) {
                return element.text();
            }
            node = next == null ? node.parent() : next;
        }
        return "";
    }

    private static final int MOST_STEPS = 50;
}
