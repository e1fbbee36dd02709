package press.gazette.paging;

import org.jspecify.annotations.Nullable;

import press.gazette.problem.Problem;

/**
 * How many items a listing has.
 *
 * @param value exact up to {@link #MOST}
 * @param isLowerBound whether there are more than were counted
 */
public record Total(long value, boolean isLowerBound) {

    /** Nobody pages further by hand, and a count is the one thing here whose cost grows with what is counted. */
    public static final int MOST = 10_000;

    /** What to count at most: one more tells that there are more. */
    public static final int ENOUGH = MOST + 1;

    private static final String EXACT = "exact";

    public static Total counted(long found) {
        return new Total(Math.min(found, MOST), found > MOST);
    }

    /** Reads the parameter {@code count}; absent means that nothing is counted. */
    public static boolean isAsked(@Nullable String text) {
        if (text != null && !text.equals(EXACT)) {
            throw Problem.invalidParameter("count", "The only way to count is \"" + EXACT + "\".");
        }
        return text != null;
    }
}
