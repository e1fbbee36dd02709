package press.gazette.body.markdown;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import press.gazette.body.html.InlineHtml;
import press.gazette.body.inline.Style;
import press.gazette.body.reading.StyleReader;

/** The style of running text in Markdown. Nodes of the document and HTML elements in the text add to it. */
final class InlineStyles {

    private static final Pattern END = Pattern.compile("</([A-Za-z][A-Za-z0-9-]*)\\s*>");

    /** An open node, or the name of an open element, with the style before it. */
    private record Opened(Object what, Style before) {}

    private final StyleReader styles;
    private final Deque<Opened> open = new ArrayDeque<>();
    private Style style = Style.PLAIN;

    InlineStyles(StyleReader styles) {
        this.styles = styles;
    }

    Style style() {
        return style;
    }

    void open(Object node, Style within) {
        open.push(new Opened(node, style));
        style = within;
    }

    /** Ends the node and all elements still open in it. */
    void close(Object node) {
        while (!open.isEmpty()) {
            Opened last = open.pop();
            style = last.before();
            if (last.what() == node) {
                return;
            }
        }
    }

    /** Ends all elements. No element reaches beyond its paragraph. */
    void closeAll() {
        open.clear();
        style = Style.PLAIN;
    }

    /** The name of the element that a closing tag ends; null for every other tag. */
    static @Nullable String closedBy(String tag) {
        Matcher end = END.matcher(tag);
        return end.matches() ? end.group(1).toLowerCase(Locale.ROOT) : null;
    }

    /** The element that an opening tag begins; null for comments and the like. */
    static @Nullable Element openedBy(String tag) {
        return Jsoup.parseBodyFragment(tag).body().firstElementChild();
    }

    void begin(Element element) {
        String note = InlineHtml.noteOf(element.attr("href"));
        boolean marks = note != null
                && element.nameIs("a")
                && !open.isEmpty()
                && open.peek().what().equals("sup");
        open(
                element.normalName(),
                marks ? Style.noteMark(Objects.requireNonNull(note)) : styles.within(element, style));
    }

    /** Ends the nearest element of that name within the open node; false if there is no such element. */
    boolean end(String name) {
        boolean there = open.stream()
                .takeWhile(opened -> opened.what() instanceof String)
                .anyMatch(opened -> opened.what().equals(name));
        boolean more = there;
        while (more) {
            Opened last = open.pop();
            style = last.before();
            more = !last.what().equals(name);
        }
        return there;
    }
}
