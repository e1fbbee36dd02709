package press.gazette.importer;

import java.util.random.RandomGenerator;

/** Draws ranks by Zipf's law: the second is half as frequent as the first. */
final class Zipf {

    private final double[] cumulative;

    /** Ranks 0 to {@code ranks} - 1. */
    Zipf(int ranks) {
        cumulative = new double[ranks];
        double sum = 0;
        for (int i = 0; i < ranks; i++) {
            sum += 1.0 / (i + 1);
            cumulative[i] = sum;
        }
    }

    /** The number of ranks. */
    int ranks() {
        return cumulative.length;
    }

    /** Draws a rank, by bisection of the cumulative weights. */
    int draw(RandomGenerator random) {
        double drawn = random.nextDouble() * cumulative[cumulative.length - 1];
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] < drawn) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
