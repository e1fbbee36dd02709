package press.gazette.article.body;

import java.text.Normalizer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import press.gazette.json.CombiningMarks;
import press.gazette.problem.Legible;

/** The rules for single characters: which may be stored, which are blank, which make a word. */
final class Prose {

    /** UTF-16 units. Captions, credits and the like are one line; more than this is an article in the wrong field. */
    static final int MAX_LINE = 2_000;

    /** No character before it ever becomes another one when it is composed. */
    private static final char FIRST_COMBINING = '\u0300';

    private static final char DELETE = 0x7f;

    private static final Pattern BLANKS = Pattern.compile("[ \\n]+");
    private static final Pattern EMPTY_FIRST_LINES = Pattern.compile("\\A(?:[ \\t]*\\n)+");

    private Prose() {}

    /** True for anything that separates words without ink: Unicode's separators and the line break. */
    static boolean blank(int c) {
        return c == '\n' || Character.isSpaceChar(c);
    }

    /** Whether text is words with one space between them and nothing in it changes by {@link #clean} or {@link #composed}. */
    static boolean isPlain(String text) {
        boolean latin = true;
        boolean behindSpace = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' ? behindSpace : !isInk(c)) {
                return false;
            }
            behindSpace = c == ' ';
            latin &= c < FIRST_COMBINING;
        }
        return !behindSpace
                && (latin || (CombiningMarks.areBounded(text) && Normalizer.isNormalized(text, Normalizer.Form.NFC)));
    }

    /** Nearly all text is printable ASCII, of which nothing has to be looked up. */
    private static boolean isInk(char c) {
        boolean printable = c > ' ' && c < DELETE;
        return printable || (!blank(c) && storable(c) && Character.getType(c) != Character.FORMAT);
    }

    /**
     * Tabs become blanks and every kind of line end becomes {@code "\n"}. What is not {@linkplain #storable storable}
     * goes: it means nothing in prose, and XML 1.0 feeds may not carry it.
     */
    static String clean(String raw) {
        StringBuilder kept = new StringBuilder(raw.length());
        raw.replace("\r\n", "\n").codePoints().forEach(c -> {
            switch (c) {
                case '\t', '\f' -> kept.append(' ');
                case '\n', '\r', '\u2028', '\u2029' -> kept.append('\n');
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
     * Canonical composition, so that the same word is the same bytes for search, equality and ETags. Combining marks beyond
     * what one character can carry go.
     */
    static String composed(String text) {
        return Normalizer.normalize(CombiningMarks.bounded(text), Normalizer.Form.NFC);
    }

    /** One line without blanks at its ends; null when nothing would be seen. */
    static @Nullable String line(String component, @Nullable String raw) {
        if (raw == null) {
            return null;
        }
        String text = composed(strip(BLANKS.matcher(clean(raw)).replaceAll(" ")));
        if (text.length() > MAX_LINE) {
            throw new IllegalArgumentException(component + " must be one line of at most " + MAX_LINE
                    + " characters; this one has " + text.length() + ".");
        }
        return Legible.isVisible(text) ? text : null;
    }

    /** Code keeps its tabs, blanks and lines; only empty lines around it, line ends and controls are settled. */
    static String verbatim(String raw) {
        StringBuilder kept = new StringBuilder(raw.length());
        raw.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            if (c == '\t' || c == '\n' || storable(c)) {
                kept.appendCodePoint(c);
            }
        });
        return EMPTY_FIRST_LINES.matcher(kept.toString().stripTrailing()).replaceFirst("");
    }

    /** Runs of letters and digits between blanks or dashes; each Chinese or Japanese character counts as one. */
    static int words(String text) {
        int count = 0;
        boolean inside = false;
        for (int c : text.codePoints().toArray()) {
            if (Character.isIdeographic(c) || kana(c)) {
                count++;
                inside = false;
            } else if (Character.isLetterOrDigit(c)) {
                count += inside ? 0 : 1;
                inside = true;
            } else if (blank(c) || c == '—' || c == '–') {
                inside = false;
            }
        }
        return count;
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

    private static boolean kana(int c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA;
    }

    /** False for controls, halves of a surrogate pair, non-characters and the byte order mark. */
    static boolean storable(int c) {
        int type = Character.getType(c);
        boolean nonCharacter = (c & 0xFFFE) == 0xFFFE;
        boolean byteOrderMark = c == '\uFEFF';
        return type != Character.CONTROL && type != Character.SURROGATE && !nonCharacter && !byteOrderMark;
    }
}
