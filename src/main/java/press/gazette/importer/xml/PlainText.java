package press.gazette.importer.xml;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.parser.Parser;

import press.gazette.problem.PrintableText;

/** Small texts of a file. */
public final class PlainText {

    private static final Pattern TAG = Pattern.compile("<!--.*?-->|</?[a-zA-Z!?][^>]*>", Pattern.DOTALL);

    /** Elements that stand on lines of their own: words before and behind them are not one. */
    private static final Pattern BLOCK = Pattern.compile(
            "(?i)</?(?:p|div|br|li|ul|ol|dl|dt|dd|h[1-6]|blockquote|figure|figcaption|table|tr|t[dh]|hr|section|article|aside|pre)\\b[^>]*>");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

    /** The size that WordPress puts behind the name of a smaller copy of a picture. */
    private static final Pattern COPY = Pattern.compile(
            "-\\d{2,5}x\\d{2,5}(\\.(?:jpe?g|png|gif|webp|avif))(?=$|[?\"'\\s])", Pattern.CASE_INSENSITIVE);

    /** The longest address that is looked at. */
    private static final int LONGEST_ADDRESS = 2_000;

    private static final Pattern EMAIL = Pattern.compile("[^\\s<>()\\[\\],;:\"]+@[^\\s<>()\\[\\],;\"]+");

    /** WordPress.com's image service, in front of the address of the original. */
    private static final Pattern SERVICE =
            Pattern.compile("https?://i[0-3]\\.wp\\.com/([^\"'?\\s]+)(?:\\?[^\"'\\s]*)?");

    private PlainText() {}

    /** Plain text on one line, without tags and entities; empty if none of its characters is visible. */
    public static String plain(String html) {
        String text = Parser.unescapeEntities(
                TAG.matcher(BLOCK.matcher(html).replaceAll(" ")).replaceAll(""), false);
        String line = BLANKS.matcher(text).replaceAll(" ").strip();
        return PrintableText.isVisible(line) ? line : "";
    }

    /** The first characters of a text, up to the end of a word. */
    public static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = text.lastIndexOf(' ', most - 1);
        return text.substring(0, end < most / 2 ? most - 1 : end).strip() + "…";
    }

    /** The name of an author without an e-mail address: of an address alone, the words before the sign. */
    public static String withoutEmail(String name) {
        Matcher address = EMAIL.matcher(name);
        if (!address.find()) {
            return name.strip();
        }
        String rest = address.replaceAll("")
                .replaceAll("[<>()\\[\\]\"]|(?i)mailto:", " ")
                .strip();
        return rest.isEmpty() ? name.strip().replaceFirst("(?i)^mailto:", "").replaceFirst("@.*", "") : rest;
    }

    /**
     * Leads the addresses of smaller copies, and those of the image service, back to the original.
     *
     * @param isOriginal true for an address that looks like a copy's and is an original's
     */
    public static String originals(String html, Predicate<String> isOriginal) {
        String served =
                SERVICE.matcher(html).replaceAll(found -> Matcher.quoteReplacement("https://" + found.group(1)));
        Matcher copy = COPY.matcher(served);
        StringBuilder originals = new StringBuilder();
        while (copy.find()) {
            String address = served.substring(beginningOfAddress(served, copy.start()), copy.end());
            String end = isOriginal.test(address) ? copy.group() : copy.group(1);
            copy.appendReplacement(originals, Matcher.quoteReplacement(end));
        }
        return copy.appendTail(originals).toString();
    }

    private static int beginningOfAddress(String html, int end) {
        int start = end;
        while (start > 0 && end - start < LONGEST_ADDRESS && "\"'<>(, \n\t".indexOf(html.charAt(start - 1)) < 0) {
            start--;
        }
        return start;
    }
}
