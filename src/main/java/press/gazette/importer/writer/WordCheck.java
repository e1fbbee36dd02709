package press.gazette.importer.writer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Compares a text word for word before and after its import. */
final class WordCheck {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    /** Elements whose text is not shown. */
    private static final String UNSEEN = "script, style, noscript, template, iframe, object, svg";

    /** The words in a line of the report. */
    private static final int MOST = 20;

    private WordCheck() {}

    /** The words of the HTML that the text does not have, or not as often, in their order; empty: none. */
    static String missing(String html, String text) {
        Map<String, Integer> there = new HashMap<>();
        words(text).forEach(word -> there.merge(word, 1, Integer::sum));
        Element body = Jsoup.parseBodyFragment(html).body();
        body.select(UNSEEN).remove();
        List<String> missing = new ArrayList<>();
        for (String word : words(body.text())) {
            int left = there.merge(word, -1, Integer::sum);
            if (left < 0 && missing.size() <= MOST) {
                missing.add(word);
            }
        }
        return missing.size() <= MOST ? String.join(" ", missing) : String.join(" ", missing.subList(0, MOST)) + " …";
    }

    private static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .toList();
    }
}
