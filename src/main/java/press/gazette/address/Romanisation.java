package press.gazette.address;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.ibm.icu.text.Transliterator;

import press.gazette.problem.Language;

/**
 * Writes text of any script in ASCII, by the usage of its language where that differs from ICU's general one: ü is ue in
 * German and u in Turkish, г is g in Russian and h in Ukrainian.
 */
final class Romanisation {

    private static final String GERMAN = "ä > ae; ö > oe; ü > ue;";

    private static final String DANISH = "å > aa; æ > ae; ø > oe;";

    private static final String SERBIAN = "đ > dj; ђ > dj; љ > lj; њ > nj; џ > dz;";

    /** The rules of official documents. */
    private static final String MACEDONIAN = """
            ѓ > gj; ж > zh; ѕ > dz; ј > j; љ > lj; њ > nj; ќ > kj; х > h; ц > c; ч > ch; џ > dj; ш > sh;
            """;

    /** The Transliteration Act of 2009. */
    private static final String BULGARIAN = """
            $end = [^[:L:][:M:]];
            ия } $end > ia;
            ж > zh; й > y; х > h; ц > ts; ч > ch; ш > sh; щ > sht; ъ > a; ь > y; ю > yu; я > ya;
            """;

    /** Resolution 55 of the Cabinet of Ministers, 2010. An apostrophe does not begin a word. */
    private static final String UKRAINIAN = """
            $begin = [^[:L:][:M:]\\u0027\\u02BC\\u2019];
            зг > zgh;
            $begin { є > ye; $begin { ї > yi; $begin { й > y; $begin { ю > yu; $begin { я > ya;
            г > h; ґ > g; є > ie; ж > zh; и > y; і > i; ї > i; й > i; х > kh; ц > ts; ч > ch; ш > sh; щ > shch;
            ю > iu; я > ia; ь > ;
            """;

    /** ELOT 743, except for a pair of letters that ICU transliterates differently. */
    private static final String GREEK = "γκ > gk; :: Greek-Latin/UNGEGN;";

    /** Rules between the lower-case text and the general transliteration, by language. */
    private static final Map<String, String> RULES = Stream.of(
                    rules(GERMAN, "de", "gsw", "nds"),
                    rules(DANISH, "da", "nb", "nn", "no"),
                    rules(SERBIAN, "sr", "bs", "cnr", "sh"),
                    rules(MACEDONIAN, "mk"),
                    rules(BULGARIAN, "bg"),
                    rules(UKRAINIAN, "uk"),
                    rules(":: Russian-Latin/BGN;", "ru"),
                    rules(":: Belarusian-Latin/BGN;", "be"),
                    rules(":: Kazakh-Latin/BGN;", "kk"),
                    rules(":: Kirghiz-Latin/BGN;", "ky"),
                    rules(":: Mongolian-Latin/BGN;", "mn"),
                    rules(":: Armenian-Latin/BGN;", "hy"),
                    rules(GREEK, "el"))
            .flatMap(rules -> rules.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** The key of languages without rules of their own. */
    private static final String NO_LANGUAGE = "";

    /** Costly to make; each is made with the first text of its language. Transliteration has no state. */
    private static final Map<String, Transliterator> TRANSLITERATORS = new ConcurrentHashMap<>();

    private Romanisation() {}

    /**
     * ASCII letters in lower case and signs between them; unknown characters stay.
     *
     * @param language BCP 47
     */
    static String of(String text, String language) {
        String primary = Language.primary(language);
        return TRANSLITERATORS
                .computeIfAbsent(RULES.containsKey(primary) ? primary : NO_LANGUAGE, Romanisation::transliterator)
                .transliterate(text);
    }

    private static Transliterator transliterator(String language) {
        String own = RULES.getOrDefault(language, "");
        return Transliterator.createFromRules(
                "gazette-" + language,
                ":: NFC; :: Lower; " + own + " :: Any-Latin; ə > e; :: Latin-ASCII; :: Lower;",
                Transliterator.FORWARD);
    }

    private static Map<String, String> rules(String rules, String... languages) {
        return Stream.of(languages).collect(Collectors.toMap(Function.identity(), language -> rules));
    }
}
