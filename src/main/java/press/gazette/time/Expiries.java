package press.gazette.time;

import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Collects the moments at which parts of one response expire: an article's expiry, the end of a picture's rights, the
 * end of a list entry's window. Rows add theirs when they are read, so no response can show them and miss their end.
 * Expiries belong to the running {@link #collect} of the thread; outside of it they are ignored.
 */
public final class Expiries {

    private static final ThreadLocal<Expiries> COLLECTING = new ThreadLocal<>();

    private Instant first = Instant.MAX;

    private Expiries() {}

    /**
     * Runs a read and combines its result with the earliest end.
     *
     * @param together gets the result and the earliest end, {@link Instant#MAX} if there is none
     */
    public static <T, R> R collect(Supplier<T> read, BiFunction<T, Instant, R> together) {
        Expiries ends = new Expiries();
        COLLECTING.set(ends);
        try {
            return together.apply(read.get(), ends.first);
        } finally {
            COLLECTING.remove();
        }
    }

    /**
     * Adds an end.
     *
     * @param end the first moment at which the row must not be shown; null if it does not end
     */
    public static void add(@Nullable Instant end) {
        Expiries ends = COLLECTING.get();
        if (ends != null && end != null && end.isBefore(ends.first)) {
            ends.first = end;
        }
    }
}
