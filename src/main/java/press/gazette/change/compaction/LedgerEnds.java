package press.gazette.change.compaction;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import press.gazette.change.LedgerPosition;
import press.gazette.database.Row;
import press.gazette.database.Sql;

/**
 * Both ends of the ledger.
 *
 * @param head the position behind the last change
 * @param pruned the number up to which removals may be missing
 * @param isKnown true if the ledger has the change of the position that was asked for, and all removals behind it
 */
public record LedgerEnds(LedgerPosition head, long pruned, boolean isKnown) {

    private static final String STATEMENT = """
            select h.seq, h.at, c.pruned, c.compacted, coalesce((select e.seq from change e order by e.seq limit 1), 1),
                coalesce((select e.at from change e where e.seq = ?), (select r.at from compacted_change r where r.seq = ?))
            from ledger_head h, ledger_compaction c where h.id = 1 and c.id = 1""";

    /**
     * Reads them with one statement. A position is known by the number and the time of its change: in a database that was
     * restored, other changes have got the numbers of those that were lost.
     *
     * @param asked null: no position is known
     */
    public static LedgerEnds read(@Nullable LedgerPosition asked) {
        long seq = asked == null ? 0 : asked.seq();
        return Sql.of(STATEMENT, seq, seq).first(row -> of(row, asked)).orElseThrow();
    }

    /** As above, for a reader that has the position only. */
    public static boolean know(LedgerPosition asked) {
        return read(asked).isKnown;
    }

    private static LedgerEnds of(Row row, @Nullable LedgerPosition asked) {
        LedgerPosition head = new LedgerPosition(row.number(), row.instant());
        long pruned = row.number();
        long compacted = row.number();
        long oldest = row.number();
        Optional<Instant> at = Optional.ofNullable(row.instantOrNull());
        return new LedgerEnds(
                head, pruned, asked != null && isKnown(asked, head, pruned, compacted > 0 || oldest == 1, at));
    }

    /** The beginning is known if the ledger has all first changes but compacted ones: a copy of nothing has nothing to remove. */
    private static boolean isKnown(
            LedgerPosition asked, LedgerPosition head, long pruned, boolean isWhole, Optional<Instant> at) {
        if (asked.seq() == 0) {
            return isWhole;
        }
        return asked.equals(head)
                || (asked.seq() >= pruned && at.filter(asked.at()::equals).isPresent());
    }
}
