package press.gazette.body.markdown;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import press.gazette.body.html.InlineHtml;
import press.gazette.body.inline.Mark;
import press.gazette.body.inline.Prose;
import press.gazette.body.inline.Span;
import press.gazette.body.inline.Spans;
import press.gazette.body.inline.Style;

/**
 * Writes running text as Markdown. Strong is {@code **}, emphasis is {@code _} and strikethrough is {@code ~~}, so that
 * a delimiter never meets one of the same character. CommonMark lets a delimiter open or close only beside certain
 * characters. Inside, the normal form helps: marked text never begins or ends with a blank. Outside, a character that
 * stands in the way, such as a letter right after {@code **“word”**}, is written as an entity, whose {@code &} and
 * {@code ;} count as punctuation. Marks without a delimiter in Markdown are HTML elements around the delimiters.
 */
final class MarkdownSpans {

    private static final Set<Mark> DELIMITED = EnumSet.of(Mark.STRONG, Mark.EM, Mark.STRIKE);

    private final List<Span> spans;
    private final Set<String> notes;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Mark> open = new ArrayDeque<>();

    private MarkdownSpans(List<Span> spans, Set<String> notes) {
        this.spans = spans;
        this.notes = notes;
    }

    /**
     * The spans as Markdown. Line breaks stand after a backslash each.
     *
     * @param notes ids of the footnotes that are written in Markdown's own syntax
     */
    static String write(List<Span> spans, Set<String> notes) {
        MarkdownSpans writer = new MarkdownSpans(spans, notes);
        if (writer.looksLikeDefinition()) {
            writer.out.append(MarkdownText.entity(' '));
        }
        for (int i = 0; i < spans.size(); i++) {
            writer.changeStyle(i);
            writer.writeSpan(i);
        }
        writer.changeStyle(spans.size());
        return writer.out.toString();
    }

    /**
     * True if the text begins with a link and holds {@code ]:}. In code, where nothing can be escaped, that would be
     * read as the definition of a reference. A blank before it prevents that; the normal form drops the blank again.
     */
    private boolean looksLikeDefinition() {
        return Style.of(at(0)).isLinked() && Spans.plain(spans).contains("]:");
    }

    /** Closes marks and link of the previous span, then opens those of this span. Shared ones stay open. */
    private void changeStyle(int i) {
        Span before = at(i - 1);
        Span next = at(i);
        boolean sameLink = sameLink(before, next);
        boolean sameTags = sameLink && sameTags(before, next);
        while (!open.isEmpty() && !(sameTags && delimiters(next).containsAll(open))) {
            out.append(delimiter(open.pop()));
        }
        if (!sameTags) {
            out.append(closing(before));
        }
        if (!sameLink) {
            out.append(linkEnd(before)).append(linkStart(next));
        }
        if (!sameTags) {
            out.append(opening(next));
        }
        for (Mark mark : delimiters(next)) {
            if (!open.contains(mark)) {
                open.push(mark);
                out.append(delimiter(mark));
            }
        }
    }

    private static String linkEnd(Span span) {
        if (isAnchor(span)) {
            return "</a>";
        }
        if (span.href() == null) {
            return "";
        }
        String title = span.title() == null
                ? ""
                : " \"" + MarkdownText.escaped(span.title(), false).replace("\"", "\\\"") + "\"";
        return "](" + MarkdownText.destination(span.href()) + title + ")";
    }

    private String linkStart(Span span) {
        if (isAnchor(span)) {
            return guarded(InlineHtml.anchor(Style.of(span)));
        }
        if (span.href() == null) {
            return "";
        }
        if (endsWith('!')) {
            // An exclamation mark before the bracket would turn the link into a picture.
            out.insert(out.length() - 1, '\\');
        }
        return "[";
    }

    /**
     * True if the link must be an HTML anchor: Markdown has no syntax for rel or the id of an article, and a title may
     * look like the mark of an embed.
     */
    private static boolean isAnchor(Span span) {
        return span.rel() != null
                || span.article() != null
                || (span.title() != null && span.title().startsWith(MarkdownFigures.EMBED));
    }

    private String opening(Span span) {
        boolean own = span.note() != null && notes.contains(span.note());
        return guarded((own ? "" : InlineHtml.opening(Style.of(span))) + InlineHtml.opening(tags(span)));
    }

    private String closing(Span span) {
        boolean own = span.note() != null && notes.contains(span.note());
        return InlineHtml.closing(tags(span)) + (own ? "" : InlineHtml.closing(Style.of(span)));
    }

    /** Escapes bars in attributes, since a bar would end the cell of a table. */
    private static String guarded(String tags) {
        return tags.replace("|", "&#124;");
    }

    /**
     * The marks to write as HTML elements. For a reading these are all marks, because beside its tags a delimiter would
     * not be recognised.
     */
    private static List<Mark> tags(Span span) {
        return span.marks().stream()
                .filter(mark -> span.ruby() != null || (mark != Mark.CODE && !DELIMITED.contains(mark)))
                .toList();
    }

    private void writeSpan(int i) {
        Span span = spans.get(i);
        String text = span.text();
        if (span.note() != null && notes.contains(span.note())) {
            out.append("[^").append(span.note()).append(']');
            return;
        }
        if (span.ruby() != null) {
            out.append(InlineHtml.ruby(MarkdownText.escaped(text, false), MarkdownText.escaped(span.ruby(), false)));
            return;
        }
        if (span.has(Mark.CODE)) {
            out.append(code(text));
            return;
        }
        int first = text.codePointAt(0);
        int last = text.codePointBefore(text.length());
        boolean single = text.codePointCount(0, text.length()) == 1;
        boolean firstHides =
                isDelimiterBetween(at(i - 1), span) && hidesDelimiter(first, at(i - 1), span, lastOf(at(i - 1)));
        boolean lastHides =
                isDelimiterBetween(at(i + 1), span) && hidesDelimiter(last, at(i + 1), span, firstOf(at(i + 1)));
        if (single && (firstHides || lastHides)) {
            out.append(MarkdownText.entity(first));
            return;
        }
        int from = firstHides ? Character.charCount(first) : 0;
        int to = text.length() - (lastHides ? Character.charCount(last) : 0);
        boolean lineStart = out.isEmpty() || endsWith('\n');
        // After the mark of a footnote a colon would begin the footnote itself, and a parenthesis the target of a link.
        boolean continuesMark = at(i - 1).note() != null && (text.startsWith(":") || text.startsWith("("));
        out.append(firstHides ? MarkdownText.entity(first) : continuesMark ? "\\" : "");
        out.append(MarkdownText.escaped(text.substring(from, to), lineStart && from == 0)
                .replace("\n", "\\\n"));
        out.append(lastHides ? MarkdownText.entity(last) : "");
    }

    private boolean endsWith(char c) {
        return !out.isEmpty() && out.charAt(out.length() - 1) == c;
    }

    /** True if the neighbour has more marks and only their delimiters stand between it and this span. */
    private static boolean isDelimiterBetween(Span neighbour, Span span) {
        List<Mark> more = delimiters(neighbour);
        List<Mark> fewer = delimiters(span);
        return sameLink(neighbour, span)
                && sameTags(neighbour, span)
                && more.size() > fewer.size()
                && more.containsAll(fewer);
    }

    /** The marks that have a delimiter, in the order of the enum; empty for a reading. */
    private static List<Mark> delimiters(Span span) {
        return span.ruby() != null
                ? List.of()
                : span.marks().stream().filter(DELIMITED::contains).toList();
    }

    /** True if a delimiter between the outer and the inner character would not be recognised. */
    private static boolean hidesDelimiter(int outer, Span marked, Span plain, int inner) {
        boolean single = delimiters(marked).size() == delimiters(plain).size() + 1;
        boolean underscore = marked.has(Mark.EM) && !plain.has(Mark.EM);
        boolean withinWord = single
                && !underscore
                && Character.isLetterOrDigit(inner)
                && !marked.has(Mark.CODE)
                && marked.note() == null
                && marked.text().codePointCount(0, marked.text().length()) > 1;
        return !withinWord && !Prose.blank(outer) && !punctuation(outer);
    }

    /** True for characters that every version of CommonMark counts as punctuation. */
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

    /**
     * The text between fences longer than any inside. Blanks separate them if the text begins or ends with a backtick.
     */
    private static String code(String text) {
        String fence = fence('`', 1, text);
        String gap = text.startsWith("`") || text.endsWith("`") ? " " : "";
        return fence + gap + text + gap + fence;
    }

    /** A row of the character that is longer than any in the text and has at least {@code least} characters. */
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
        return switch (mark) {
            case STRONG -> "**";
            case EM -> "_";
            case STRIKE -> "~~";
            case CODE, SUB, SUP, UNDERLINE, MARK, SMALL, CITE ->
                throw new IllegalArgumentException("Code has a fence of its own, and others are elements of HTML.");
        };
    }

    private static boolean sameLink(Span one, Span other) {
        return Style.of(one).hasLinkOf(Style.of(other));
    }

    /** True if no HTML tag stands between the spans. A reading or a footnote's mark has tags of its own. */
    @SuppressWarnings("ReferenceEquality") // a span shares tags with itself, two equal readings do not
    private static boolean sameTags(Span one, Span other) {
        boolean alone = one.ruby() != null || one.note() != null || other.ruby() != null || other.note() != null;
        return one == other
                || (!alone
                        && tags(one).equals(tags(other))
                        && Objects.equals(one.lang(), other.lang())
                        && Objects.equals(one.dir(), other.dir())
                        && Objects.equals(one.abbr(), other.abbr())
                        && Objects.equals(one.time(), other.time()));
    }

    /** The span at the index; an empty one beyond either end. */
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
