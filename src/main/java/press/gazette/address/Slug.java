package press.gazette.address;

import java.util.function.Predicate;
import java.util.regex.Pattern;

import com.github.slugify.Slugify;

/**
 * A valid slug or no object.
 *
 * @param value lower-case ASCII letters and digits in words joined by single hyphens, at most {@link #MOST_CHARACTERS}
 */
public record Slug(String value) {

    public static final int MOST_CHARACTERS = 100;

    /** Of an article or a tag, which have ids besides ({@link Ref#isSlug}). */
    public static final String EXPECTED = "A slug is words of a-z and 0-9 joined by single hyphens, at most "
            + MOST_CHARACTERS + " characters, and no UUID.";

    private static final Slugify SLUGIFY =
            Slugify.builder().transliterator(true).build();

    /** Soft hyphens and the like: they separate no words. */
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");

    private static final Pattern WORDS = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    public Slug {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "A slug is words of a-z and 0-9 joined by single hyphens, at most 100 characters");
        }
    }

    /** A slug that says what the title says, in whatever script that is; "article" where nothing of it can be said so. */
    public static Slug from(String title) {
        return from(title, "article");
    }

    /** The same with a word of the caller's where nothing can be said. */
    public static Slug from(String title, String otherwise) {
        String seen = UNSEEN.matcher(title).replaceAll("");
        String text = SLUGIFY.slugify(seen).replaceAll("[^a-z0-9]+", "-");
        String cut = text.length() <= MOST_CHARACTERS ? text : text.substring(0, lastWordEnd(text));
        String trimmed = cut.replaceAll("^-+|-+$", "");
        if (trimmed.isEmpty()) {
            return new Slug(otherwise);
        }
        return new Slug(Ref.isSlug(trimmed) ? trimmed : otherwise + "-" + trimmed);
    }

    /**
     * This slug, or the first free one with a number from 2 behind it. Of many that are taken it asks for few: a newsroom
     * has a "Weather" each day.
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
        int most = MOST_CHARACTERS - end.length();
        String stem = value.length() <= most ? value : value.substring(0, most).replaceAll("-+$", "");
        return new Slug(stem + end);
    }

    private static int lastWordEnd(String text) {
        int hyphen = text.lastIndexOf('-', MOST_CHARACTERS);
        return hyphen > 0 ? hyphen : MOST_CHARACTERS;
    }

    public static boolean isValid(String text) {
        return text.length() <= MOST_CHARACTERS && WORDS.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
