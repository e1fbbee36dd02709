package press.gazette.body.text;

import java.util.List;
import java.util.function.IntUnaryOperator;

import press.gazette.body.inline.Mark;
import press.gazette.body.inline.Span;

/**
 * Writes running text without markup and preserves its meaning. Powers and indices become Unicode's raised and lowered
 * characters if those exist, readings stand in brackets, and struck out text is left out.
 */
final class TextSpans {

    private static final String PLAIN_SUP = "0123456789+-=()abcdefghijklmnoprstuvwxyz";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ";
    private static final String PLAIN_SUB = "0123456789+-=()aehijklmnoprstuvx";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";

    private TextSpans() {}

    static String of(List<Span> spans) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            if (span.has(Mark.STRIKE)) {
                continue;
            }
            StringBuilder words = new StringBuilder(span.text());
            while (i + 1 < spans.size() && isPlacedAs(span, spans.get(i + 1))) {
                i++;
                words.append(spans.get(i).text());
            }
            text.append(span.note() == null ? placed(span, words.toString()) : "[" + span.note() + "]");
            text.append(span.ruby() == null ? "" : "(" + span.ruby() + ")");
        }
        return spans.stream().anyMatch(span -> span.has(Mark.STRIKE)) ? closed(text.toString()) : text.toString();
    }

    /** True if both are parts of one power or index, whatever their links and other marks. */
    private static boolean isPlacedAs(Span span, Span next) {
        return isPlaced(span) && isPlaced(next) && span.has(Mark.SUP) == next.has(Mark.SUP);
    }

    private static boolean isPlaced(Span span) {
        boolean alone = span.has(Mark.STRIKE) || span.note() != null || span.ruby() != null;
        return !alone && (span.has(Mark.SUP) || span.has(Mark.SUB));
    }

    private static String placed(Span span, String words) {
        if (span.has(Mark.SUP)) {
            return placed(words, PLAIN_SUP, RAISED, '^');
        }
        return span.has(Mark.SUB) ? placed(words, PLAIN_SUB, LOWERED, '_') : words;
    }

    private static String placed(String text, String plain, String placed, char sign) {
        IntUnaryOperator place = c -> {
            int at = plain.indexOf(c);
            return at < 0 ? -1 : placed.charAt(at);
        };
        if (text.chars().allMatch(c -> place.applyAsInt(c) >= 0)) {
            StringBuilder all = new StringBuilder();
            text.chars().map(place).forEach(c -> all.append((char) c));
            return all.toString();
        }
        return text.codePointCount(0, text.length()) == 1 ? sign + text : sign + "(" + text + ")";
    }

    /**
     * Closes the gap that struck out text leaves: two blanks become one, and blanks before punctuation and at both ends
     * go.
     */
    private static String closed(String text) {
        return text.replaceAll(" {2,}", " ")
                .replaceAll(" (?=[.,;:!?)\\n])", "")
                .replaceAll("(?<=\\n) ", "")
                .strip();
    }
}
