package press.gazette.change;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Collects the subjects on which parts of one response depend, besides those that its resource names: the articles that
 * bodies link to. They are added where the parts are read, so no response can show them and miss their changes. They
 * belong to the running {@link #collect} of the thread; outside of it they are ignored.
 */
public final class Dependencies {

    private static final ThreadLocal<Set<Subject>> COLLECTING = new ThreadLocal<>();

    private Dependencies() {}

    /**
     * Runs a read and combines its result with the subjects that were added, in their order, each once.
     *
     * @param together gets the result and the subjects
     */
    public static <T, R> R collect(Supplier<T> read, BiFunction<T, List<Subject>, R> together) {
        Set<Subject> subjects = new LinkedHashSet<>();
        COLLECTING.set(subjects);
        try {
            return together.apply(read.get(), new ArrayList<>(subjects));
        } finally {
            COLLECTING.remove();
        }
    }

    /** Adds a subject whose changes invalidate the response. */
    public static void add(Subject subject) {
        Set<Subject> subjects = COLLECTING.get();
        if (subjects != null) {
            subjects.add(subject);
        }
    }
}
