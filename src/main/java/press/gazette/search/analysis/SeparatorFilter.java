package press.gazette.search.analysis;

import java.io.IOException;

import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Writes abbreviations without full stops (U.S is US) and numbers without separators of thousands (10,000 is 10000). */
final class SeparatorFilter extends TokenFilter {

    private static final int GROUP = 3;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    SeparatorFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        char[] text = term.buffer();
        int length = term.length();
        for (int i = 1; i < length - 1; i++) {
            if (text[i] == '.' || text[i] == ',') {
                term.setLength(isAbbreviation(text, length) ? withoutStops(text, length) : joined(text, length));
                return true;
            }
        }
        return true;
    }

    /** True for single letters with full stops between them. */
    private static boolean isAbbreviation(char[] text, int length) {
        for (int i = 0; i < length; i++) {
            if (i % 2 == 0 ? !Character.isLetter(text[i]) : text[i] != '.') {
                return false;
            }
        }
        return true;
    }

    private static int withoutStops(char[] text, int length) {
        int end = 0;
        for (int i = 0; i < length; i++) {
            if (text[i] != '.') {
                text[end++] = text[i];
            }
        }
        return end;
    }

    /** Removes each separator between one to three digits and exactly three. */
    private static int joined(char[] text, int length) {
        int end = 0;
        int digits = 0;
        for (int i = 0; i < length; i++) {
            char each = text[i];
            boolean separates = (each == '.' || each == ',')
                    && digits > 0
                    && digits <= GROUP
                    && digitsFrom(text, i + 1, length) == GROUP;
            digits = Character.isDigit(each) ? digits + 1 : 0;
            if (!separates) {
                text[end++] = each;
            }
        }
        return end;
    }

    private static int digitsFrom(char[] text, int from, int length) {
        int end = from;
        while (end < length && Character.isDigit(text[end])) {
            end++;
        }
        return end - from;
    }
}
