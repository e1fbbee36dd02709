package press.gazette.paging;

import org.jspecify.annotations.Nullable;

import press.gazette.problem.Problem;

/**
 * How many items a page may hold.
 *
 * @param value between 1 and {@link #MOST}
 */
public record Limit(int value) {

    /** What a page holds when the client does not say. */
    public static final int DEFAULT = 20;

    /** What a feed holds when the client does not say: a reader who comes once a day misses nothing. */
    public static final int FEED = 50;

    /** Enough for a section front in one call, and little enough that no answer is a burden to render. */
    public static final int MOST = 100;

    /** The same as text, for the contract. */
    public static final String DEFAULT_TEXT = "20";

    private static final int MOST_DIGITS = 3;

    /** Reads the parameter {@code limit}; absent means {@link #DEFAULT}. Refuses everything else than 1 to 100. */
    public static Limit parse(@Nullable String text) {
        if (text == null) {
            return new Limit(DEFAULT);
        }
        if (text.isEmpty() || text.length() > MOST_DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw refused();
        }
        int value = Integer.parseInt(text);
        if (value < 1 || value > MOST) {
            throw refused();
        }
        return new Limit(value);
    }

    /** One more than the page shows, to learn whether there is a next one without counting. */
    public int plusOne() {
        return value + 1;
    }

    private static Problem refused() {
        return Problem.invalidParameter("limit", "The limit is a whole number from 1 to " + MOST + ".");
    }
}
