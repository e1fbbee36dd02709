package press.gazette.address;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The URLs of pages on the newsroom's own site, as a setting gives them: absolute, with places in braces that each page fills.
 *
 * @param text such as {@code https://www.example.org/{year}/{slug}}
 */
public record UrlTemplate(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");

    /** The places that name a page; each template has one of them. */
    private static final Set<String> NAMES = Set.of("slug", "id");

    /**
     * Checks the value of a setting.
     *
     * @param known all places that the setting may have
     * @throws IllegalArgumentException with a sentence for the operator
     */
    public static UrlTemplate of(String setting, String text, Set<String> known) {
        if (!isUrl(PLACE.matcher(text).replaceAll("x"))) {
            throw new IllegalArgumentException(setting + " is an absolute http or https URL; it is set to " + text);
        }
        Set<String> places = new TreeSet<>();
        PLACE.matcher(text).results().forEach(place -> places.add(place.group(1)));
        if (!known.containsAll(places) || !places.removeAll(NAMES)) {
            Set<String> further = new TreeSet<>(known);
            further.removeAll(NAMES);
            throw new IllegalArgumentException(setting + " has {slug} or {id} in it, and may have {"
                    + String.join("}, {", further) + "}; it is set to " + text);
        }
        return new UrlTemplate(text);
    }

    private static boolean isUrl(String text) {
        try {
            return text.matches("https?://[^/?#\\s]+[^\\s]*") && new URI(text).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /**
     * The URL of one page.
     *
     * @param words gives the word for each place
     */
    public String filled(UnaryOperator<String> words) {
        // Each article of a feed or a listing fills one: a regular expression took 4 % of the time of a feed.
        StringBuilder url = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            url.append(text, from, open).append(words.apply(text.substring(open + 1, close)));
            from = close + 1;
        }
        return url.append(text, from, text.length()).toString();
    }

    /** The common beginning of the URLs of all pages. */
    public String beginning() {
        return text.substring(0, text.indexOf('{'));
    }
}
