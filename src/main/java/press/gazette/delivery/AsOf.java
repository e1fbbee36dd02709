package press.gazette.delivery;

import java.time.Instant;
import java.util.function.Supplier;

import press.gazette.change.Ledger;

/**
 * What was read from the database, and how new it is at least.
 *
 * @param lastChange when the ledger was last written; read before the content or together with its first part, so that
 *     an answer may be newer than its date says, but never older
 */
public record AsOf<T>(T content, Instant lastChange) {

    /** Reads the end of the ledger, then the content. */
    public static <T> AsOf<T> head(Supplier<T> reading) {
        Instant lastChange = Ledger.head().at();
        return new AsOf<>(reading.get(), lastChange);
    }
}
