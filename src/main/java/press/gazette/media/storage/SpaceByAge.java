package press.gazette.media.storage;

import java.time.Duration;

/**
 * The space that copies take, by the time since their last use. It has steps instead of copies, so a folder of any size takes the
 * same memory: steps of a second at first, then 64 for each doubling, so none is longer than a sixty-fourth of the age.
 */
final class SpaceByAge {

    private static final int BITS = 6;
    private static final int STEPS = 1 << BITS;

    /** Those of the longest duration. */
    private static final int ALL_STEPS = (Long.SIZE - BITS) * STEPS;

    private final long[] bytes = new long[ALL_STEPS];

    /**
     * The copies to remove for some space: all that were not used for longer than a step, and some of that step.
     *
     * @param step all older ones are removed
     * @param ofStep bytes to remove of the step itself
     */
    record Cut(int step, long ofStep) {}

    void add(Duration age, long size) {
        bytes[step(age)] += size;
    }

    /** The oldest copies that take this space together; all of them if they take less. */
    Cut oldest(long space) {
        int step = ALL_STEPS - 1;
        long older = 0;
        while (step > 0 && older + bytes[step] < space) {
            older += bytes[step];
            step--;
        }
        return new Cut(step, space - older);
    }

    /** The step of an age; a greater age never has a lesser one. */
    static int step(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        int doublings = Long.SIZE - Long.numberOfLeadingZeros(seconds) - 1 - BITS;
        return doublings < 0 ? (int) seconds : doublings * STEPS + (int) (seconds >> doublings);
    }
}
