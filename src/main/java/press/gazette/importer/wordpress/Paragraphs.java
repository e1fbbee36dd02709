package press.gazette.importer.wordpress;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes paragraphs of the blank lines of a classic post, and line breaks of its single line ends, as WordPress does when it shows
 * one: around block elements, not within preformatted text, and within a cell or an item only where there are several.
 */
final class Paragraphs {

    private static final Pattern TAG =
            Pattern.compile("<!--.*?-->|</?([a-zA-Z][a-zA-Z0-9-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", Pattern.DOTALL);

    /** Elements whose text stays unchanged. */
    private static final Set<String> RAW =
            Set.of("pre", "script", "style", "textarea", "svg", "iframe", "object", "select");

    /** Elements that hold other elements only: white space in them means nothing. */
    private static final Set<String> STRUCTURE =
            Set.of("ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr", "colgroup", "video", "audio", "picture");

    /** Elements with text, which become paragraphs only if there are several. */
    private static final Set<String> TEXT = Set.of(
            "li",
            "dt",
            "dd",
            "td",
            "th",
            "caption",
            "figcaption",
            "figure",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "p",
            "address",
            "summary",
            "legend");

    /** Elements that hold paragraphs. */
    private static final Set<String> FLOW = Set.of(
            "div",
            "blockquote",
            "section",
            "article",
            "aside",
            "header",
            "footer",
            "main",
            "nav",
            "details",
            "form",
            "fieldset",
            "center",
            "hgroup");

    /** Block elements without content. */
    private static final Set<String> EMPTY = Set.of("hr", "col");

    private static final Pattern BLANK_LINES = Pattern.compile("\\n[ \\t\u00a0]*\\n\\s*");
    private static final Pattern LINE_END = Pattern.compile("(?<!<br>)(?<!<br/>)(?<!<br />)[ \\t]*\\n");

    private final StringBuilder made = new StringBuilder();
    private final StringBuilder inline = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    private Paragraphs() {}

    static String of(String source) {
        return new Paragraphs().made(source.replace("\r\n", "\n").replace('\r', '\n'));
    }

    private String made(String source) {
        Matcher tag = TAG.matcher(source);
        int from = 0;
        while (tag.find()) {
            inline.append(source, from, tag.start());
            from = tag.end();
            String name = tag.group(1) == null ? "" : tag.group(1).toLowerCase(Locale.ROOT);
            boolean end = tag.group().startsWith("</");
            if (end && isWithin(RAW) && !name.equals(open.peek())) {
                inline.append(tag.group());
            } else if (!isWithin(RAW) && EMPTY.contains(name)) {
                flush();
                made.append(tag.group());
            } else if (isBlock(name) && (end || !isWithin(RAW))) {
                flush();
                made.append(tag.group());
                turn(name, end, tag.group().endsWith("/>"));
            } else {
                inline.append(tag.group());
            }
        }
        inline.append(source, from, source.length());
        flush();
        return made.toString();
    }

    private static boolean isBlock(String name) {
        return RAW.contains(name) || STRUCTURE.contains(name) || TEXT.contains(name) || FLOW.contains(name);
    }

    private void turn(String name, boolean end, boolean selfClosing) {
        if (end) {
            if (open.contains(name)) {
                while (!name.equals(open.pop())) {
                    // Elements that were left open end with the one around them.
                }
            }
        } else if (!selfClosing) {
            open.push(name);
        }
    }

    private boolean isWithin(Set<String> names) {
        return !open.isEmpty() && names.contains(open.peek());
    }

    private void flush() {
        String text = inline.toString();
        inline.setLength(0);
        if (isWithin(RAW)) {
            made.append(text);
            return;
        }
        if (isWithin(STRUCTURE)) {
            made.append(text.isBlank() ? "" : text);
            return;
        }
        String[] paragraphs = BLANK_LINES.split(text.strip(), -1);
        boolean wraps = !isWithin(TEXT) || (paragraphs.length > 1 && !"p".equals(open.peek()));
        for (String paragraph : paragraphs) {
            String lines = LINE_END.matcher(paragraph.strip()).replaceAll("<br>\n");
            if (!lines.isEmpty()) {
                made.append(wraps ? "<p>" + lines + "</p>\n" : lines + (paragraphs.length > 1 ? "<br>" : ""));
            }
        }
    }
}
