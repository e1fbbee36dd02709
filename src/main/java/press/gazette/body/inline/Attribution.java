package press.gazette.body.inline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The signature of a quotation without an attribution: its last line, if that begins with a dash, or its last paragraph, if
 * all of it is a citation. The rule is part of the model, so that it is the same for blocks, Markdown and HTML.
 *
 * @param paragraphs the quotation without its signature
 * @param name the signature without its dash; empty if the last line is no signature
 */
public record Attribution(List<List<Span>> paragraphs, List<Span> name) {

    /** One dash. A pattern for all of them would call itself for each, and exhaust the stack. */
    private static final Pattern DASH = Pattern.compile("\\G(?:[—―]|--(?= |$))\\p{Z}*");

    /** Splits off the signature, if there is one and other text remains. */
    public static Attribution lastLineOf(List<List<Span>> paragraphs) {
        List<Span> last = paragraphs.get(paragraphs.size() - 1);
        if (paragraphs.size() > 1 && isCitation(last)) {
            return new Attribution(List.copyOf(paragraphs.subList(0, paragraphs.size() - 1)), signature(last));
        }
        int start = Spans.lastLine(last);
        String line = Spans.plain(last).substring(start);
        List<Span> rest = Spans.first(start, last);
        boolean signed = line.length() <= Prose.MAX_LINE && dashes(line) > 0;
        if (!signed || (rest.isEmpty() && paragraphs.size() == 1)) {
            return new Attribution(paragraphs, List.of());
        }
        List<Span> name = signature(Spans.from(start, last));
        if (name.isEmpty()) {
            return new Attribution(paragraphs, List.of());
        }
        List<List<Span>> kept = new ArrayList<>(paragraphs.subList(0, paragraphs.size() - 1));
        if (!rest.isEmpty()) {
            kept.add(rest);
        }
        return new Attribution(List.copyOf(kept), name);
    }

    /** True for a paragraph that is a citation as a whole, as a {@code cite} at the end of a quotation is in HTML. */
    private static boolean isCitation(List<Span> paragraph) {
        return Spans.plain(paragraph).length() <= Prose.MAX_LINE
                && paragraph.stream().allMatch(span -> span.has(Mark.CITE))
                && !signature(paragraph).isEmpty();
    }

    /** The line without dashes at its start; empty if nothing else remains. */
    public static List<Span> signature(List<Span> line) {
        List<Span> name = Spans.oneLine(line);
        int dashes = dashes(Spans.plain(name));
        // The dashes may continue in the next span.
        while (dashes > 0) {
            name = Spans.oneLine(Spans.from(dashes, name));
            dashes = dashes(Spans.plain(name));
        }
        return name;
    }

    /** The length of the dashes at the start of the line, with the blanks after them. */
    private static int dashes(String line) {
        int end = 0;
        Matcher dash = DASH.matcher(line);
        while (dash.find()) {
            end = dash.end();
        }
        return end;
    }
}
