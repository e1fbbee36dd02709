package press.gazette.body.assembly;

import java.util.HashMap;
import java.util.Map;

/** The ids of one body. A repeated id gets a number, as in {@code cost}, {@code cost-2}. */
public final class HeadingIds {

    /** UTF-16 units of an id that leaves room for a number at its end. */
    private static final int LONGEST_STEM = 200;

    private static final int STEM = LONGEST_STEM / 2;

    /** The last number tried for each id. */
    private final Map<String, Integer> taken = new HashMap<>();

    /** The id that {@link #take} would return. It stays free. */
    public String free(String wanted) {
        String id = wanted;
        int number = taken.getOrDefault(wanted, 1);
        while (taken.containsKey(id)) {
            number++;
            id = stem(wanted) + "-" + number;
        }
        if (number > 1) {
            // The next call begins where this one has ended: a body may have 10,000 equal headings.
            taken.put(wanted, number - 1);
        }
        return id;
    }

    public String take(String wanted) {
        String id = wanted;
        while (taken.putIfAbsent(id, 1) != null) {
            id = stem(wanted) + "-" + taken.merge(wanted, 1, Integer::sum);
        }
        return id;
    }

    private static String stem(String wanted) {
        return wanted.length() > LONGEST_STEM ? wanted.substring(0, wanted.offsetByCodePoints(0, STEM)) : wanted;
    }
}
