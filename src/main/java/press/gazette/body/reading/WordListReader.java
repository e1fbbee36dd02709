package press.gazette.body.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

import press.gazette.body.assembly.BlockBuilder;

/**
 * Reads lists of Microsoft Word: consecutive paragraphs, each with its level in a style and its bullet or number as
 * text.
 */
final class WordListReader {

    private static final Pattern LIST = Pattern.compile("mso-list:\\s*l[0-9]+\\s+level([1-9])\\b");
    private static final Pattern IGNORED = Pattern.compile("mso-list:\\s*ignore", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("[0-9a-zA-Z]{1,4}[.)]");

    private final BlockBuilder builder;
    private int open;

    WordListReader(BlockBuilder builder) {
        this.builder = builder;
    }

    /** True for the bullet or number that Word writes as text. */
    static boolean isMarker(Element element) {
        return element.hasAttr("style")
                && IGNORED.matcher(element.attr("style")).find();
    }

    /** Begins an item if the element is one; every other element ends the list and gives false. */
    boolean item(Element element) {
        Matcher list = LIST.matcher(element.attr("style"));
        int level = element.nameIs("p") && list.find() ? Integer.parseInt(list.group(1)) : 0;
        while (open > level) {
            builder.closeList();
            open--;
        }
        if (level == 0) {
            return false;
        }
        Element marker = element.selectFirst("[style*=Ignore]");
        String text = marker == null ? "" : marker.text().strip();
        boolean ordered = NUMBER.matcher(text).matches();
        String digits = text.length() < 9 ? text.replaceAll("[^0-9]", "") : "";
        while (open < level) {
            builder.openList(ordered, digits.isEmpty() ? 1 : Integer.parseInt(digits));
            open++;
        }
        builder.item(null);
        return true;
    }
}
