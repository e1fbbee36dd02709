package press.gazette.importer.ninjs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import press.gazette.importer.xml.Markup;
import press.gazette.importer.xml.PlainText;

/** The text of an item as HTML, with its dateline. */
final class NinjsBody {

    private static final Pattern FIRST_PARAGRAPH = Pattern.compile("(?is)<p\\b[^>]*>\\s*");

    /** The characters of the beginning in which a dateline stands. */
    private static final int BEGINNING = 120;

    private NinjsBody() {}

    static String html(NinjsItem item) {
        List<NinjsItem.Text> texts = item.texts("body", "bodies");
        Optional<NinjsItem.Text> marked =
                texts.stream().filter(NinjsBody::isHtml).findFirst();
        String html = marked.map(NinjsItem.Text::value)
                .orElseGet(() -> texts.stream()
                        .findFirst()
                        .map(text -> paragraphs(text.value()))
                        .orElse(""));
        return withDateline(html, PlainText.plain(item.text("located", "dateline")));
    }

    private static boolean isHtml(NinjsItem.Text text) {
        return text.type().contains("html")
                || text.role().contains("html")
                || (text.type().isEmpty() && text.value().matches("(?is).*</p>.*"));
    }

    /** Plain text has its paragraphs behind empty lines, or else one in each line. */
    private static String paragraphs(String text) {
        String lines = text.replace("\r\n", "\n");
        String end = lines.contains("\n\n") ? "\n\\s*\n" : "\n";
        return Arrays.stream(lines.split(end, -1))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .map(paragraph -> "<p>" + Markup.escaped(paragraph).replace("\n", "<br>\n") + "</p>\n")
                .collect(Collectors.joining());
    }

    /** Puts the place before the first words, unless they begin with it. */
    private static String withDateline(String html, String place) {
        Matcher first = FIRST_PARAGRAPH.matcher(html);
        if (place.isEmpty() || !first.find()) {
            return html;
        }
        String words = PlainText.plain(html.substring(first.end()));
        String beginning = words.substring(0, Math.min(words.length(), BEGINNING));
        return beginning.toLowerCase(Locale.ROOT).contains(place.toLowerCase(Locale.ROOT))
                ? html
                : html.substring(0, first.end()) + Markup.escaped(place) + " – " + html.substring(first.end());
    }
}
