package press.gazette.article.body;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * How a quotation is signed when nobody filled in the field: on its last line, after a dash. Living in the model, the
 * rule is the same for blocks, Markdown and HTML.
 *
 * @param text the quotation without its signature
 * @param name the signature without its dash; absent when the last line is none
 */
record Attribution(List<Span> text, @Nullable String name) {

    private static final Pattern DASHES = Pattern.compile("^(?:(?:[—―]|--(?= |$))\\p{Z}*)+");

    /** Splits off the last line when it is a signature and something is left to be signed. */
    static Attribution lastLineOf(List<Span> text) {
        int start = Spans.lastLine(text);
        String line = Spans.plain(text).substring(start);
        List<Span> rest = Spans.first(start, text);
        boolean signed = DASHES.matcher(line).lookingAt() && line.length() <= Prose.MAX_LINE;
        String name = signed && !rest.isEmpty() ? signature(Prose.line("quote.attribution", line)) : null;
        return name == null ? new Attribution(text, null) : new Attribution(rest, name);
    }

    /** The name without the dashes before it; null when nothing is left. */
    static @Nullable String signature(@Nullable String line) {
        return line == null
                ? null
                : Prose.line("quote.attribution", DASHES.matcher(line).replaceFirst(""));
    }
}
