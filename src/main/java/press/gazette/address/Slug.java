package press.gazette.address;

import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A valid slug.
 *
 * @param value lower-case ASCII letters and digits in words joined by single hyphens, at most {@link #MOST_CHARACTERS}
 */
public record Slug(String value) implements Ref {

    /** Other systems have addresses of articles that are as long. */
    public static final int MOST_CHARACTERS = 200;

    /** The longest slug that is made of a title, and the longest slug of a tag, a list or a page. */
    public static final int LONGEST_KEY = 100;

    /** The rule for slugs of articles and tags, which have ids too ({@link Ref#isSlug}). */
    public static final String EXPECTED = "A slug is words of a-z and 0-9 joined by single hyphens, at most "
            + MOST_CHARACTERS + " characters, and no UUID.";

    /** Soft hyphens and the like: they neither separate words nor split letters that are romanised together. */
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");

    /** Characters inside a word that leave nothing in its slug: accents and apostrophes. */
    private static final Pattern SILENT = Pattern.compile("[\\p{M}\\p{Lm}\\p{Sk}'\"·]+");

    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");

    private static final Pattern HYPHENS_AT_ENDS = Pattern.compile("^-+|-+$");

    private static final Pattern WORDS = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    public Slug {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "A slug is words of a-z and 0-9 joined by single hyphens, at most 200 characters");
        }
    }

    /**
     * A slug made of the words of a title, cut at a word's end.
     *
     * @param language of the title, BCP 47: it decides how letters are written in ASCII
     * @param otherwise the slug of a title that has no letter or digit in ASCII
     */
    public static Slug from(String title, String language, String otherwise) {
        String ascii = Romanisation.of(UNSEEN.matcher(title).replaceAll(""), language);
        String words = NO_WORD.matcher(SILENT.matcher(ascii).replaceAll("")).replaceAll("-");
        String slug = cut(HYPHENS_AT_ENDS.matcher(words).replaceAll(""));
        if (slug.isEmpty()) {
            return new Slug(otherwise);
        }
        return new Slug(Ref.isSlug(slug) ? slug : otherwise + "-" + slug);
    }

    /**
     * This slug if it is free, else with the first free number from 2 on. Finds it in few tests: a newsroom has a "Weather" each
     * day.
     */
    public Slug free(Predicate<Slug> isFree) {
        if (isFree.test(this)) {
            return this;
        }
        int taken = 1;
        int free = 2;
        while (!isFree.test(numbered(free))) {
            taken = free;
            free *= 2;
        }
        while (free - taken > 1) {
            int middle = (taken + free) / 2;
            if (isFree.test(numbered(middle))) {
                free = middle;
            } else {
                taken = middle;
            }
        }
        return numbered(free);
    }

    private Slug numbered(int number) {
        String end = "-" + number;
        int most = (value.length() > LONGEST_KEY ? MOST_CHARACTERS : LONGEST_KEY) - end.length();
        String stem = value.length() <= most ? value : value.substring(0, most).replaceAll("-+$", "");
        return new Slug(stem + end);
    }

    /** Cut at the end of a word, unless the last word that does not fit would be most of the slug. */
    private static String cut(String words) {
        if (words.length() <= LONGEST_KEY) {
            return words;
        }
        int end = words.lastIndexOf('-', LONGEST_KEY);
        return words.substring(0, end < LONGEST_KEY / 2 ? LONGEST_KEY : end);
    }

    /** True if a tag, a list or a page can have this slug. */
    public static boolean isKey(String text) {
        return text.length() <= LONGEST_KEY && isValid(text);
    }

    public static boolean isValid(String text) {
        return text.length() <= MOST_CHARACTERS && WORDS.matcher(text).matches();
    }

    @Override
    public String text() {
        return value;
    }

    @Override
    public <T> T either(Function<UUID, T> byId, Function<String, T> bySlug) {
        return bySlug.apply(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
