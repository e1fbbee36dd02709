package press.gazette.article.body;

import java.util.regex.Pattern;

/** Escaping for Markdown, so that characters stay characters. */
final class MarkdownText {

    /** Have a meaning wherever they stand; {@code ~} and {@code |} only to readers with extensions. */
    private static final String ALWAYS = "\\`*_[]<~|";

    /** Have a meaning at the start of a line: headings, quotations, lists, underlines of headings. */
    private static final String AT_LINE_START = "#>+-=";

    private static final Pattern ENTITY = Pattern.compile("&(?=#?[A-Za-z0-9]+;)");
    private static final Pattern PARENTHESIS = Pattern.compile("[()]");

    /** CommonMark: a list number has at most nine digits. */
    private static final Pattern ORDINAL = Pattern.compile("[0-9]{1,9}");

    private MarkdownText() {}

    /**
     * @param text may hold line breaks, which stay as they are
     * @param lineStart true when nothing stands before the text on its line
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

    /** A character that no escape can follow or precede without changing what a delimiter beside it sees. */
    static String entity(int codePoint) {
        return "&#" + codePoint + ";";
    }

    /** An address as the target of a link or a picture. */
    static String destination(String address) {
        String escaped = PARENTHESIS.matcher(address).replaceAll("\\\\$0");
        return ENTITY.matcher(escaped).replaceAll("\\\\$0");
    }

    /** Characters that mean something together with what follows: entities and closed headings. */
    private static boolean bindsToNext(String text, int at) {
        boolean last = at + 1 == text.length();
        return switch (text.charAt(at)) {
            case '&' -> ENTITY.matcher(text).region(at, text.length()).lookingAt();
            case '#' -> last || !Character.isLetterOrDigit(text.charAt(at + 1));
            default -> false;
        };
    }

    /** The dot or parenthesis after a number that would begin a numbered list. */
    private static boolean endsOrdinal(String text, int line, int at) {
        boolean mark = text.charAt(at) == '.' || text.charAt(at) == ')';
        boolean apart = at + 1 == text.length() || Prose.blank(text.charAt(at + 1));
        return mark
                && apart
                && line >= 0
                && ORDINAL.matcher(text).region(line, at).matches();
    }
}
