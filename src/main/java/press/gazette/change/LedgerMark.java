package press.gazette.change;

import press.gazette.database.Row;
import press.gazette.database.Sql;

/**
 * The end of the ledger as a statement read it.
 *
 * @param tags the number of the last change of any tag, or of a picture that tags show; 0: none is on record
 */
public record LedgerMark(Position position, long tags) {

    /** The columns of a mark, for any statement: each is read once, however many rows there are. */
    public static final String COLUMNS = "(select h.seq from ledger_head h), (select h.at from ledger_head h),"
            + " coalesce((select t.seq from last_change t where t.subject = '" + Subject.TAGS.name() + "'), 0)";

    /** Takes the columns. */
    public static LedgerMark of(Row row) {
        return new LedgerMark(new Position(row.number(), row.instant()), row.number());
    }

    /** The end of the ledger now: one statement. */
    public static LedgerMark now() {
        return Sql.of("select " + COLUMNS).first(LedgerMark::of).orElseThrow();
    }
}
