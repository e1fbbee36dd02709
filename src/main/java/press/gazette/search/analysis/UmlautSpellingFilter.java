package press.gazette.search.analysis;

import java.io.IOException;

import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.AttributeSource;
import org.jspecify.annotations.Nullable;

/**
 * Adds the spelling without umlauts at the place of each word that has some: beside Müller, whose folded form is muller, stands
 * Mueller.
 */
final class UmlautSpellingFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);

    private @Nullable String other;
    private AttributeSource.@Nullable State state;

    UmlautSpellingFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (other != null && state != null) {
            restoreState(state);
            term.setEmpty().append(other);
            increment.setPositionIncrement(0);
            other = null;
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (hasUmlaut()) {
            other = spelled();
            state = captureState();
        }
        return true;
    }

    private boolean hasUmlaut() {
        for (int i = 0; i < term.length(); i++) {
            if (term.charAt(i) > 0x7f && !spelling(term.charAt(i)).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private String spelled() {
        StringBuilder spelled = new StringBuilder();
        for (int i = 0; i < term.length(); i++) {
            String letters = spelling(term.charAt(i));
            spelled.append(letters.isEmpty() ? String.valueOf(term.charAt(i)) : letters);
        }
        return spelled.toString();
    }

    private static String spelling(char letter) {
        return switch (letter) {
            case 'ä' -> "ae";
            case 'ö', 'ø' -> "oe";
            case 'ü' -> "ue";
            case 'å' -> "aa";
            default -> "";
        };
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        other = null;
        state = null;
    }
}
