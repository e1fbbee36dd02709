package press.gazette.delivery;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import press.gazette.change.Ledger;
import press.gazette.change.Position;
import press.gazette.change.Subject;

/**
 * What was read from the database, how new it is at least, and what it depends on.
 *
 * @param position where the ledger ended; read before the content or together with its first part, so that an answer may
 *     be newer than its date says, but never older
 * @param groups what changes touch that make it another answer
 */
public record AsOf<T>(T content, Position position, List<Subject> groups) {

    /** Reads the end of the ledger, then the content. */
    public static <T> AsOf<T> head(Supplier<T> reading, Function<T, List<Subject>> groups) {
        Position position = Ledger.head().position();
        T content = reading.get();
        return new AsOf<>(content, position, groups.apply(content));
    }
}
