package press.gazette.importer.xml;

import java.util.Set;

/** Small pieces of HTML that importers write. */
public final class Markup {

    /** Elements that HTML writes without an end. */
    private static final Set<String> EMPTY = Set.of("br", "hr", "img", "source", "track", "wbr", "col");

    private Markup() {}

    static boolean isEmpty(String element) {
        return EMPTY.contains(element);
    }

    /** The text for a place between tags or in an attribute. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    /** A sound or a film; {@code element} is audio or video. */
    public static String player(String element, String url) {
        return "<figure><" + element + " src=\"" + escaped(url) + "\"></" + element + "></figure>\n";
    }

    /** A picture with its words, which are HTML. */
    public static String figure(String url, String alt, String caption) {
        return "<figure><img src=\"" + escaped(url) + "\" alt=\"" + escaped(alt) + "\">"
                + (caption.isEmpty() ? "" : "<figcaption>" + caption + "</figcaption>") + "</figure>\n";
    }
}
