package press.gazette.body.inline;

import java.text.Normalizer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import press.gazette.problem.CombiningMarks;
import press.gazette.problem.PrintableText;

/** The rules for single characters: storable, blank, composed. */
public final class Prose {

    /** UTF-16 units of one line, such as a caption or a credit. A longer text is an article in the wrong field. */
    static final int MAX_LINE = 2_000;

    /** The first combining mark. Text with only characters before it is in composed form already. */
    private static final char FIRST_COMBINING = '\u0300';

    private static final char DELETE = 0x7f;

    /** Word processors' line break within a paragraph. */
    private static final char VERTICAL_TAB = 0x0b;

    /** The line end of mainframes. */
    private static final char NEXT_LINE = 0x85;

    private static final Pattern BLANKS = Pattern.compile("[ \\n]+");

    private Prose() {}

    /** True for characters that separate words and are invisible: Unicode's separators and the line break. */
    public static boolean blank(int c) {
        return c == '\n' || Character.isSpaceChar(c);
    }

    /**
     * True if the text is words with one space between them that {@link #clean} and {@link #composed} leave unchanged.
     *
     * @param first true: it does not begin with a space
     * @param last true: it does not end with one
     */
    static boolean isPlain(String text, boolean first, boolean last) {
        boolean latin = true;
        boolean behindSpace = first;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' ? behindSpace : !isInk(c)) {
                return false;
            }
            behindSpace = c == ' ';
            latin &= c < FIRST_COMBINING;
        }
        return !text.isEmpty()
                && !(last && behindSpace)
                && (latin || (CombiningMarks.areBounded(text) && Normalizer.isNormalized(text, Normalizer.Form.NFC)));
    }

    /**
     * False for text of blanks and format characters only. A combining mark without a letter counts: it may be all that
     * a footnote explains.
     */
    static boolean hasInk(String text) {
        return text.codePoints().anyMatch(c -> !blank(c) && Character.getType(c) != Character.FORMAT);
    }

    /** True for visible characters. Printable ASCII, nearly all text, needs no look-up. */
    private static boolean isInk(char c) {
        boolean printable = c > ' ' && c < DELETE;
        return printable || (!blank(c) && storable(c) && Character.getType(c) != Character.FORMAT);
    }

    /**
     * Replaces tabs by blanks and line ends of every kind by {@code "\n"}. Characters that are not
     * {@linkplain #storable storable} are dropped: they mean nothing in prose, and XML 1.0 feeds may not carry them.
     */
    public static String clean(String raw) {
        StringBuilder kept = new StringBuilder(raw.length());
        raw.replace("\r\n", "\n").codePoints().forEach(c -> {
            switch (c) {
                case '\t', '\f' -> kept.append(' ');
                case '\n', '\r', VERTICAL_TAB, NEXT_LINE, '\u2028', '\u2029' -> kept.append('\n');
                default -> {
                    if (storable(c)) {
                        kept.appendCodePoint(c);
                    }
                }
            }
        });
        return kept.toString();
    }

    /**
     * The text in canonical composition (NFC), so that equal words are equal bytes for search, equality and ETags.
     * Combining marks beyond the limit for one character are dropped.
     */
    static String composed(String text) {
        return Normalizer.normalize(CombiningMarks.bounded(text), Normalizer.Form.NFC);
    }

    /** The text as one line without blanks at its ends; null if nothing in it is visible. */
    public static @Nullable String line(String component, @Nullable String raw) {
        if (raw == null) {
            return null;
        }
        String text = composed(strip(BLANKS.matcher(clean(raw)).replaceAll(" ")));
        if (text.length() > MAX_LINE) {
            throw new IllegalArgumentException(component + " must be one line of at most " + MAX_LINE
                    + " characters; this one has " + text.length() + ".");
        }
        return PrintableText.isVisible(text) ? text : null;
    }

    /**
     * Normalises code: line and page ends become {@code "\n"}; control characters, combining marks beyond
     * the limit and empty lines at both ends are dropped. Tabs, blanks and lines stay.
     */
    public static String verbatim(String raw) {
        StringBuilder kept = new StringBuilder(raw.length());
        raw.replace("\r\n", "\n").codePoints().forEach(c -> {
            switch (c) {
                case '\r', '\f', VERTICAL_TAB, NEXT_LINE -> kept.append('\n');
                default -> {
                    if (c == '\t' || c == '\n' || storable(c)) {
                        kept.appendCodePoint(c);
                    }
                }
            }
        });
        String text = CombiningMarks.bounded(kept.toString().stripTrailing());
        return text.substring(emptyFirstLines(text));
    }

    /** The length of the lines at the start that hold only tabs and blanks. */
    private static int emptyFirstLines(String text) {
        int end = 0;
        for (int at = 0; at < text.length() && " \t\n".indexOf(text.charAt(at)) >= 0; at++) {
            end = text.charAt(at) == '\n' ? at + 1 : end;
        }
        return end;
    }

    private static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && blank(text.charAt(start))) {
            start++;
        }
        while (end > start && blank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** True for a character of a text that its normal form lacks. Blanks and line ends are replaced, not dropped. */
    public static boolean isDropped(int c) {
        return switch (c) {
            case '\t', '\n', '\r', '\f', VERTICAL_TAB, NEXT_LINE -> false;
            default -> !storable(c);
        };
    }

    /** False for controls, halves of a surrogate pair, non-characters and the byte order mark. */
    static boolean storable(int c) {
        int type = Character.getType(c);
        boolean nonCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        boolean byteOrderMark = c == '\uFEFF';
        return type != Character.CONTROL && type != Character.SURROGATE && !nonCharacter && !byteOrderMark;
    }
}
