package press.gazette.importer.xml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.parser.Parser;

/** Small texts of a file. */
public final class PlainText {

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

    /** The size that WordPress puts behind the name of a smaller copy of a picture. */
    private static final Pattern COPY = Pattern.compile(
            "-\\d{2,5}x\\d{2,5}(?=\\.(?:jpe?g|png|gif|webp|avif)(?:$|[?\"'\\s]))", Pattern.CASE_INSENSITIVE);

    /** WordPress.com's image service, in front of the address of the original. */
    private static final Pattern SERVICE =
            Pattern.compile("https?://i[0-3]\\.wp\\.com/([^\"'?\\s]+)(?:\\?[^\"'\\s]*)?");

    private PlainText() {}

    /** Plain text on one line, without tags and entities. */
    public static String plain(String html) {
        String text = Parser.unescapeEntities(TAG.matcher(html).replaceAll(""), false);
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    /** The first characters of a text, up to the end of a word. */
    public static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = text.lastIndexOf(' ', most - 1);
        return text.substring(0, end < most / 2 ? most - 1 : end).strip() + "…";
    }

    /** Leads the addresses of smaller copies, and those of the image service, back to the original. */
    public static String originals(String html) {
        Matcher service = SERVICE.matcher(html);
        return COPY.matcher(service.replaceAll(found -> Matcher.quoteReplacement("https://" + found.group(1))))
                .replaceAll("");
    }
}
