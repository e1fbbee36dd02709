package press.gazette.change;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import press.gazette.database.Row;
import press.gazette.database.Sql;

/**
 * Changes read from the ledger.
 *
 * @param databaseTime when they were read, by the database's clock
 * @param isContinuation false if the ledger does not have the change behind which they were read: the database was replaced by an
 *     older copy of itself, and has given its number to another change, or to none
 * @param end the position behind the last of them
 * @param invalidations in order
 * @param lastPrivate the number of the last {@link PrivateInvalidation}; 0: there is none
 */
public record LedgerBatch(
        Instant databaseTime,
        boolean isContinuation,
        LedgerPosition end,
        List<Invalidation> invalidations,
        long lastPrivate) {

    /** At most {@code most} changes behind a position and the database's time, in one statement. */
    public static LedgerBatch after(LedgerPosition from, int most) {
        List<ReadRow> rows = Sql.of(
                        """
                        select current_timestamp, p.at, coalesce(c.seq, 0), coalesce(c.at, current_timestamp),
                            coalesce(c.kind, ''), coalesce(c.touched, ''), (%s)
                        from (select coalesce((select h.at from ledger_head h where h.seq = ? and h.at = ?),
                            (select e.at from change e where e.seq = ?),
                            (select r.at from compacted_change r where r.seq = ?)) as at) p left join (
                            select * from change where seq > ? order by seq limit ?) c on 1 = 1
                        order by c.seq""".formatted(PrivateInvalidation.LAST),
                        from.seq(),
                        from.at(),
                        from.seq(),
                        from.seq(),
                        from.seq(),
                        most)
                .rows(ReadRow::of);
        ReadRow last = rows.get(rows.size() - 1);
        boolean isEmpty = last.position().seq() == 0;
        return new LedgerBatch(
                last.databaseTime(),
                from.seq() == 0 || from.at().equals(last.at()),
                isEmpty ? from : last.position(),
                isEmpty ? List.of() : rows.stream().map(ReadRow::change).toList(),
                last.lastPrivate());
    }

    /**
     * A row of a reading.
     *
     * @param at the time of the change behind which is read; null: the ledger does not have it
     * @param position behind the change; 0: there is none
     */
    private record ReadRow(
            Instant databaseTime,
            @Nullable Instant at,
            LedgerPosition position,
            String kind,
            String touched,
            long lastPrivate) {

        static ReadRow of(Row row) {
            return new ReadRow(
                    row.instant(),
                    row.instantOrNull(),
                    new LedgerPosition(row.number(), row.instant()),
                    row.text(),
                    row.text(),
                    row.number());
        }

        Invalidation change() {
            return Ledger.invalidation(position.seq(), kind, touched);
        }
    }
}
