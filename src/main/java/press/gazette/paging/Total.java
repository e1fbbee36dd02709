package press.gazette.paging;

import org.jspecify.annotations.Nullable;

import press.gazette.problem.Problem;

/**
 * The number of items in a listing.
 *
 * @param value exact up to {@link #MOST}
 * @param isLowerBound true if there are more items than were counted
 */
public record Total(long value, boolean isLowerBound) {

    /** Nobody pages further by hand, and a count costs more the more it counts. */
    public static final int MOST = 10_000;

    /** The number of rows to count at most: one extra tells that there are more. */
    public static final int ENOUGH = MOST + 1;

    private static final String EXACT = "exact";

    public static Total counted(long found) {
        return new Total(Math.min(found, MOST), found > MOST);
    }

    /**
     * Parses the parameter {@code count}; null means that nothing is counted.
     *
     * @throws Problem {@code invalid-parameter} for anything but {@code exact}
     */
    public static boolean isRequested(@Nullable String text) {
        if (text != null && !text.equals(EXACT)) {
            throw Problem.invalidParameter("count", "The only value of count is \"" + EXACT + "\".");
        }
        return text != null;
    }
}
