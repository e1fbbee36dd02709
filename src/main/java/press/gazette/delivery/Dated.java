package press.gazette.delivery;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import press.gazette.change.Ledger;
import press.gazette.change.LedgerPosition;
import press.gazette.change.Subject;

/**
 * Content read from the database, with its date and its dependencies.
 *
 * @param position the end of the ledger, read before the content or together with its first part, so that a response may be newer
 *     than its date, but never older
 * @param groups the subjects whose changes invalidate the response
 */
public record Dated<T>(T content, LedgerPosition position, List<Subject> groups) {

    /** As this, with further subjects; each is named once. */
    Dated<T> dependingOn(List<Subject> more) {
        return more.isEmpty()
                ? this
                : new Dated<>(
                        content,
                        position,
                        Stream.concat(groups.stream(), more.stream()).distinct().toList());
    }

    /** Reads the end of the ledger, then the content. */
    public static <T> Dated<T> head(Supplier<T> reading, Function<T, List<Subject>> groups) {
        LedgerPosition position = Ledger.head().position();
        T content = reading.get();
        return new Dated<>(content, position, groups.apply(content));
    }
}
