package press.gazette.time;

import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The ends of what one answer shows: an expiry, the end of a picture's rights, of an entry's window in a list. Rows add their
 * own as they are read, so nobody can show something that ends and forget its end. An end belongs to whatever is being read
 * on the thread; outside of {@link #collect} it is of no interest.
 */
public final class Ends {

    private static final ThreadLocal<Ends> COLLECTING = new ThreadLocal<>();

    private Instant first = Instant.MAX;

    private Ends() {}

    /**
     * Reads something together with the first of its ends.
     *
     * @param together makes the result of what was read and its first end, {@link Instant#MAX}: it has none
     */
    public static <T, R> R collect(Supplier<T> reading, BiFunction<T, Instant, R> together) {
        Ends ends = new Ends();
        COLLECTING.set(ends);
        try {
            return together.apply(reading.get(), ends.first);
        } finally {
            COLLECTING.remove();
        }
    }

    /**
     * Adds an end to those of what is being read.
     *
     * @param end the first moment at which it may not be shown any more; absent: there is none
     */
    public static void add(@Nullable Instant end) {
        Ends ends = COLLECTING.get();
        if (ends != null && end != null && end.isBefore(ends.first)) {
            ends.first = end;
        }
    }
}
