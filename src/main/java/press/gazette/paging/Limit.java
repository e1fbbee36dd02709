package press.gazette.paging;

import org.jspecify.annotations.Nullable;

import press.gazette.problem.Problem;

/**
 * The maximum number of items on a page.
 *
 * @param value between 1 and {@link #MOST}
 */
public record Limit(int value) {

    /** The page size if the client gives none. */
    public static final int DEFAULT = 20;

    /** The size of a feed if the client gives none: a daily reader misses nothing. */
    public static final int FEED = 50;

    /** Enough for a section front in one call, and little enough to render quickly. */
    public static final int MOST = 100;

    /** {@link #DEFAULT} as text, for the contract. */
    public static final String DEFAULT_TEXT = "20";

    private static final int MOST_DIGITS = 3;

    /**
     * Parses the parameter {@code limit}; null means {@link #DEFAULT}.
     *
     * @throws Problem {@code invalid-parameter} for anything but 1 to 100
     */
    public static Limit parse(@Nullable String text) {
        if (text == null) {
            return new Limit(DEFAULT);
        }
        if (text.isEmpty() || text.length() > MOST_DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw invalid();
        }
        int value = Integer.parseInt(text);
        if (value < 1 || value > MOST) {
            throw invalid();
        }
        return new Limit(value);
    }

    /** One more than the page shows: the extra row tells that there is a next page, without counting. */
    public int plusOne() {
        return value + 1;
    }

    private static Problem invalid() {
        return Problem.invalidParameter("limit", "The limit must be a whole number from 1 to " + MOST + ".");
    }
}
