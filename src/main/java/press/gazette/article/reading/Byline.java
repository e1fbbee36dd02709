package press.gazette.article.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.util.ULocale;

import press.gazette.problem.Language;

/** The names of an article's contributors in one line, joined by the list pattern of its language (Unicode CLDR). */
final class Byline {

    /** English without a comma before the "and", as newspapers on both sides of the Atlantic print it. */
    private static final ULocale ENGLISH = new ULocale("en_001");

    /** Editors may make up any number of tags of one language; the memory for them ends here. */
    private static final int MOST_LANGUAGES = 500;

    /** Immutable, and costly to make. */
    private static final LoadingCache<String, ListFormatter> PATTERNS = Caffeine.newBuilder()
            .maximumSize(MOST_LANGUAGES)
            .build(language -> ListFormatter.getInstance(locale(language)));

    private Byline() {}

    /**
     * One line.
     *
     * @param names at least one
     * @param language BCP 47; in one that CLDR does not know commas stand between the names
     */
    static String of(List<String> names, String language) {
        return names.size() == 1 ? names.get(0) : PATTERNS.get(language).format(names);
    }

    private static ULocale locale(String language) {
        String primary = Language.primary(language);
        if (primary.equals("en")) {
            return ENGLISH;
        }
        return Known.LANGUAGES.contains(primary) ? ULocale.forLanguageTag(language) : ULocale.ROOT;
    }

    /** For any other language ICU would take the pattern of the machine's. */
    private static final class Known {

        private static final Set<String> LANGUAGES =
                ULocale.getAvailableLocalesByType(ULocale.AvailableType.WITH_LEGACY_ALIASES).stream()
                        .map(ULocale::getLanguage)
                        .collect(Collectors.toSet());

        private Known() {}
    }
}
