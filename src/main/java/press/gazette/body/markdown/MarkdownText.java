package press.gazette.body.markdown;

import java.util.regex.Pattern;

import press.gazette.body.inline.Prose;

/** Escapes text for Markdown, so that no character in it acts as markup. */
final class MarkdownText {

    /** Characters with a meaning at every place; {@code ~} and {@code |} only for parsers with extensions. */
    private static final String ALWAYS = "\\`*_[]<~|";

    /** Characters with a meaning at the start of a line: headings, quotations, lists, underlines of headings. */
    private static final String AT_LINE_START = "#>+-=";

    private static final Pattern ENTITY = Pattern.compile("&(?=#?[A-Za-z0-9]+;)");
    private static final Pattern PARENTHESIS = Pattern.compile("[()]");

    /** CommonMark allows at most nine digits in a list number. */
    private static final Pattern ORDINAL = Pattern.compile("[0-9]{1,9}");

    private MarkdownText() {}

    /**
     * @param text may hold line breaks, which stay as they are
     * @param lineStart true if the text begins its line
     */
    static String escaped(String text, boolean lineStart) {
        StringBuilder kept = new StringBuilder(text.length() + 16);
        int line = lineStart ? 0 : -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean opensLine = i == line && AT_LINE_START.indexOf(c) >= 0;
            if (ALWAYS.indexOf(c) >= 0 || opensLine || bindsToNext(text, i) || endsOrdinal(text, line, i)) {
                kept.append('\\');
            }
            kept.append(c);
            line = c == '\n' ? i + 1 : line;
        }
        return kept.toString();
    }

    /** The character as a numeric entity. A delimiter beside it then meets punctuation in place of the character. */
    static String entity(int codePoint) {
        return "&#" + codePoint + ";";
    }

    /** An address as the target of a link or a picture. */
    static String destination(String address) {
        String escaped = PARENTHESIS.matcher(address).replaceAll("\\\\$0");
        return ENTITY.matcher(escaped).replaceAll("\\\\$0");
    }

    /** True for a character that has a meaning together with the next ones, as in entities and closed headings. */
    private static boolean bindsToNext(String text, int at) {
        boolean last = at + 1 == text.length();
        return switch (text.charAt(at)) {
            case '&' -> ENTITY.matcher(text).region(at, text.length()).lookingAt();
            case '#' -> last || !Character.isLetterOrDigit(text.charAt(at + 1));
            default -> false;
        };
    }

    /** True for the dot or parenthesis after a number at the start of a line, which would begin a numbered list. */
    private static boolean endsOrdinal(String text, int line, int at) {
        boolean mark = text.charAt(at) == '.' || text.charAt(at) == ')';
        boolean apart = at + 1 == text.length() || Prose.blank(text.charAt(at + 1));
        return mark
                && apart
                && line >= 0
                && ORDINAL.matcher(text).region(line, at).matches();
    }
}
