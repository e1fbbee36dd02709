package press.gazette.change;

import press.gazette.database.Row;
import press.gazette.database.Sql;

/**
 * The end of the ledger as read by a statement.
 *
 * @param tags the number of the last change to any tag, or to a picture that tags show; 0 if there is none
 */
public record LedgerMark(LedgerPosition position, long tags) {

    /** The columns of a mark, for any statement: each is read once, however many rows there are. */
    public static final String COLUMNS = "(select h.seq from ledger_head h), (select h.at from ledger_head h),"
            + " coalesce((select t.seq from last_change t where t.subject = '" + Subject.TAGS.name() + "'), 0)";

    /** Reads the columns. */
    public static LedgerMark of(Row row) {
        return new LedgerMark(new LedgerPosition(row.number(), row.instant()), row.number());
    }

    /** Reads the current end of the ledger, with one statement. */
    public static LedgerMark now() {
        return Sql.of("select " + COLUMNS).first(LedgerMark::of).orElseThrow();
    }
}
