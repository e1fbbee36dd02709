package press.gazette.problem;

import java.util.Optional;

/** Finds the known name that a client most likely meant. */
final class Suggestion {

    /** Names longer than this are not typing mistakes, and comparing them costs time. */
    private static final int MAX_LENGTH = 40;

    private Suggestion() {}

    /**
     * Returns the known name with the fewest edits, ignoring case: at most a third of the name's length, and at least
     * one; else empty.
     */
    static Optional<String> to(String name, Iterable<String> known) {
        if (name.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String nearest = null;
        int fewest = Math.max(1, name.length() / 3) + 1;
        for (String candidate : known) {
            int edits = name.equalsIgnoreCase(candidate) ? 0 : edits(name, candidate);
            if (edits < fewest) {
                fewest = edits;
                nearest = candidate;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Levenshtein distance, computed row by row. */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
