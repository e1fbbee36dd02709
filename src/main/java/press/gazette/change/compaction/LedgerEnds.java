package press.gazette.change.compaction;

import press.gazette.change.LedgerPosition;
import press.gazette.database.Sql;

/**
 * Both ends of the ledger.
 *
 * @param head the position behind the last change
 * @param pruned the number up to which removals may be missing
 */
public record LedgerEnds(LedgerPosition head, long pruned) {

    /** Reads them with one statement. */
    public static LedgerEnds read() {
        return Sql.of(
                        "select h.seq, h.at, c.pruned from ledger_head h, ledger_compaction c where h.id = 1 and c.id = 1")
                .first(row -> new LedgerEnds(new LedgerPosition(row.number(), row.instant()), row.number()))
                .orElseThrow();
    }
}
