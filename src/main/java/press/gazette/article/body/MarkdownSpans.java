package press.gazette.article.body;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/**
 * Running text as Markdown. Strong is {@code **} and emphasis is {@code _}, so that a delimiter never meets another of
 * its kind. CommonMark lets a delimiter open or close only beside certain characters: inside, the normal form helps,
 * since marked text never begins or ends with a blank; outside, a character that stands in the way, such as a letter
 * right after {@code **“word”**}, is written as an entity, whose {@code &} and {@code ;} count as punctuation.
 */
final class MarkdownSpans {

    private final List<Span> spans;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Mark> open = new ArrayDeque<>();

    private MarkdownSpans(List<Span> spans) {
        this.spans = spans;
    }

    /** May hold line breaks, each after a backslash. */
    static String write(List<Span> spans) {
        MarkdownSpans writer = new MarkdownSpans(spans);
        if (writer.looksLikeDefinition()) {
            writer.out.append(MarkdownText.entity(' '));
        }
        for (int i = 0; i < spans.size(); i++) {
            writer.turn(i);
            writer.say(i);
        }
        writer.turn(spans.size());
        return writer.out.toString();
    }

    /**
     * A link at the start whose code holds {@code ]:}, where nothing can be escaped, would be taken for the definition
     * of a reference; a blank before it, which the normal form drops again, prevents that.
     */
    private boolean looksLikeDefinition() {
        return at(0).href() != null && Spans.plain(spans).contains("]:");
    }

    /** Ends what the span before ends, then begins what this one begins. */
    private void turn(int i) {
        Span before = at(i - 1);
        Span next = at(i);
        while (!open.isEmpty() && !(sameLink(before, next) && next.marks().containsAll(open))) {
            out.append(delimiter(open.pop()));
        }
        if (!sameLink(before, next) && before.href() != null) {
            out.append("](").append(MarkdownText.destination(before.href())).append(')');
        }
        if (!sameLink(before, next) && next.href() != null) {
            if (endsWith('!')) {
                // Together with the bracket it would make a picture of the link.
                out.insert(out.length() - 1, '\\');
            }
            out.append('[');
        }
        for (Mark mark : next.marks()) {
            if (mark != Mark.CODE && !open.contains(mark)) {
                open.push(mark);
                out.append(delimiter(mark));
            }
        }
    }

    private void say(int i) {
        Span span = spans.get(i);
        String text = span.text();
        if (span.has(Mark.CODE)) {
            out.append(code(text));
            return;
        }
        int first = text.codePointAt(0);
        int last = text.codePointBefore(text.length());
        boolean single = text.codePointCount(0, text.length()) == 1;
        boolean firstInTheWay = bare(at(i - 1), span) && inTheWay(first, at(i - 1), span, lastOf(at(i - 1)));
        boolean lastInTheWay = bare(at(i + 1), span) && inTheWay(last, at(i + 1), span, firstOf(at(i + 1)));
        if (single && (firstInTheWay || lastInTheWay)) {
            out.append(MarkdownText.entity(first));
            return;
        }
        int from = firstInTheWay ? Character.charCount(first) : 0;
        int to = text.length() - (lastInTheWay ? Character.charCount(last) : 0);
        boolean lineStart = out.isEmpty() || endsWith('\n');
        out.append(firstInTheWay ? MarkdownText.entity(first) : "");
        out.append(MarkdownText.escaped(text.substring(from, to), lineStart && from == 0)
                .replace("\n", "\\\n"));
        out.append(lastInTheWay ? MarkdownText.entity(last) : "");
    }

    private boolean endsWith(char c) {
        return !out.isEmpty() && out.charAt(out.length() - 1) == c;
    }

    /** True when only delimiters of the marked neighbour stand between it and this span. */
    private static boolean bare(Span neighbour, Span span) {
        return !neighbour.has(Mark.CODE)
                && sameLink(neighbour, span)
                && neighbour.marks().size() > span.marks().size()
                && neighbour.marks().containsAll(span.marks());
    }

    /** True when a delimiter between this outer character and that inner one would not be taken for one. */
    private static boolean inTheWay(int outer, Span marked, Span plain, int inner) {
        boolean strongOnly = !marked.has(Mark.EM) || plain.has(Mark.EM);
        boolean withinWord = strongOnly
                && Character.isLetterOrDigit(inner)
                && marked.text().codePointCount(0, marked.text().length()) > 1;
        return !withinWord && !Prose.blank(outer) && !punctuation(outer);
    }

    /** Only what every version of CommonMark counts as punctuation. */
    private static boolean punctuation(int c) {
        boolean ascii = c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
        return ascii
                || switch (Character.getType(c)) {
                    case Character.CONNECTOR_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION -> true;
                    default -> false;
                };
    }

    /** A fence longer than any inside, apart from the text where the text begins or ends with a backtick. */
    private static String code(String text) {
        String fence = fence('`', 1, text);
        String gap = text.startsWith("`") || text.endsWith("`") ? " " : "";
        return fence + gap + text + gap + fence;
    }

    /** So many of a character that the text does not hold as many in a row, and at least {@code least}. */
    static String fence(char c, int least, String text) {
        int longest = least - 1;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == c ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return String.valueOf(c).repeat(longest + 1);
    }

    private static String delimiter(Mark mark) {
        return mark == Mark.STRONG ? "**" : "_";
    }

    private static boolean sameLink(Span one, Span other) {
        return Objects.equals(one.href(), other.href());
    }

    /** Nothing, beyond either end. */
    private Span at(int i) {
        return i >= 0 && i < spans.size() ? spans.get(i) : Span.of("");
    }

    private static int firstOf(Span span) {
        return span.text().codePointAt(0);
    }

    private static int lastOf(Span span) {
        return span.text().codePointBefore(span.text().length());
    }
}
