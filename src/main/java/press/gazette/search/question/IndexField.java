package press.gazette.search.question;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import press.gazette.search.query.Facet;
import press.gazette.search.query.TextField;

/**
 * The texts of a document, each as exact words and, where the language has a stemmer, as stems. All words of a document stand in
 * {@link #WORDS} too: what an article has is asked there, and how rare a word is; the texts decide the score.
 */
public enum IndexField {
    TITLE(2.2f, 0.5f, true),
    NAMES(1.8f, 0, true),
    STANDFIRST(1.4f, 0.5f, true),
    BYLINE(1.4f, 0, false),
    BODY(1, 0.75f, true);

    public static final String WORDS = "words";
    public static final String STEMS = "words" + ".stem";

    public static final String ID = "id";
    public static final String TAG = "tag";
    public static final String TYPE = "type";
    public static final String LANGUAGE = "language";

    /** The language without its region. */
    public static final String PRIMARY = "primary";

    public static final String PUBLISHED = "published";
    public static final String RENEWED = "renewed";
    public static final String EXPIRES = "expires";

    private static final String STEM = ".stem";
    private static final long MICROS = 1_000_000;
    private static final int NANOS = 1_000;

    /** The weight of a word found here, against one in the body. */
    public final float weight;

    /** The share of the length in the score: 0 for texts whose length says nothing, such as lists of names. */
    public final float lengthShare;

    public final boolean hasStems;
    public final String exact;
    public final String stem;

    IndexField(float weight, float lengthShare, boolean hasStems) {
        this.weight = weight;
        this.lengthShare = lengthShare;
        this.hasStems = hasStems;
        this.exact = name().toLowerCase(Locale.ROOT);
        this.stem = exact + STEM;
    }

    /** The texts that a term is looked for in; null: all of them. */
    public static List<IndexField> of(@Nullable TextField field) {
        return field == null
                ? List.of(values())
                : switch (field) {
                    case TITLE -> List.of(TITLE);
                    case STANDFIRST -> List.of(STANDFIRST);
                    case BODY -> List.of(BODY);
                    case BYLINE -> List.of(BYLINE);
                };
    }

    /** The text of a field of the index; it has one. */
    public static IndexField named(String field) {
        return Stream.of(values())
                .filter(each -> each.exact.equals(field) || each.stem.equals(field))
                .findFirst()
                .orElse(BODY);
    }

    /** The field with all words of the kind that this field has. */
    public static String all(String field) {
        return field.endsWith(STEM) ? STEMS : WORDS;
    }

    /** The field with the values of a facet. */
    public static String of(Facet facet) {
        return "facet." + facet.word;
    }

    /** Microseconds, as databases have them. */
    public static long number(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), MICROS), time.getNano() / NANOS);
    }

    public static Instant time(long number) {
        return Instant.ofEpochSecond(Math.floorDiv(number, MICROS), Math.floorMod(number, MICROS) * NANOS);
    }
}
