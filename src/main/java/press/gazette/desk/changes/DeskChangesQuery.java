package press.gazette.desk.changes;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import press.gazette.change.LedgerPosition;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.problem.ParameterValue;
import press.gazette.problem.Problem;
import press.gazette.response.Links;

/**
 * A page of changes at the desk.
 *
 * @param isNow true to begin at the present end
 * @param after null: at the present end, or at the first change that is kept
 */
record DeskChangesQuery(
        ListingAddress address,
        Set<DeskType> types,
        Limit limit,
        boolean isNow,
        @Nullable LedgerPosition after) {

    static final String PATH = "/v1/desk/changes";

    private static final String NOW = "now";

    /**
     * Both ends, and the time of the change of a position.
     *
     * @param at null: there is no such change
     */
    private record Ends(
            LedgerPosition head,
            LedgerPosition pruned,
            @Nullable Instant at) {

        static Ends read(long seq) {
            return Sql.of("""
                            select h.seq, h.at, h.pruned, h.pruned_at, (select c.at from desk_change c where c.seq = ?)
                            from desk_head h where h.id = 1""", seq).first(Ends::of).orElseThrow();
        }

        private static Ends of(Row row) {
            return new Ends(
                    new LedgerPosition(row.number(), row.instant()),
                    new LedgerPosition(row.number(), row.instant()),
                    row.instantOrNull());
        }

        boolean has(LedgerPosition position) {
            return position.equals(head)
                    || position.equals(pruned)
                    || position.at().equals(at);
        }
    }

    /** Reads the parameters and rejects bad ones, without the database. */
    static DeskChangesQuery parse(DeskChangesParameters parameters) {
        Set<DeskType> types = types(parameters.types());
        ListingAddress address = ListingAddress.of(PATH).with("types", parameters.types());
        String after = parameters.after();
        boolean isNow = NOW.equals(after);
        return new DeskChangesQuery(
                address,
                types,
                Limit.parse(parameters.limit()),
                isNow,
                after == null || isNow ? null : position(after, address));
    }

    private static Set<DeskType> types(@Nullable String text) {
        if (text == null) {
            return EnumSet.allOf(DeskType.class);
        }
        Set<DeskType> types = EnumSet.noneOf(DeskType.class);
        for (String each : text.split(",", -1)) {
            if (!types.add(ParameterValue.parse("types", each, DeskType.values(), type -> type.word))) {
                throw Problem.invalidParameter("types", "At types: \"" + each + "\" is listed twice.");
            }
        }
        return types;
    }

    private static LedgerPosition position(String text, ListingAddress address) {
        try {
            List<String> key = Cursor.decode(text, address, 2).key();
            return new LedgerPosition(
                    Long.parseLong(key.get(0)), Instant.EPOCH.plus(Long.parseLong(key.get(1)), ChronoUnit.MICROS));
        } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
            throw Problem.invalidCursor("after", Cursor.unreadable().detail());
        } catch (Problem e) {
            throw Problem.invalidCursor("after", e.detail());
        }
    }

    /** Reads the page with two statements, the end before the changes. */
    DeskChangesPage page(Links links) {
        Ends ends = Ends.read(after == null ? 0 : after.seq());
        if (after != null && !ends.has(after)) {
            throw Problem.changesGone(PATH);
        }
        long from = after != null
                ? after.seq()
                : isNow ? ends.head().seq() : ends.pruned().seq();
        List<DeskChangeItem> rows = changes(from, types, limit.value() + 1).rows(row -> DeskChangeItem.of(row, links));
        boolean more = rows.size() > limit.value();
        List<DeskChangeItem> items = more ? rows.subList(0, limit.value()) : rows;
        return new DeskChangesPage(items, links.to(address.page(limit, "after", cursor(items, more, ends))), more);
    }

    private static Cursor cursor(List<DeskChangeItem> items, boolean more, Ends ends) {
        LedgerPosition head = ends.head();
        DeskChangeItem last = items.isEmpty() ? null : items.get(items.size() - 1);
        LedgerPosition position =
                last != null && (more || last.seq() > head.seq()) ? new LedgerPosition(last.seq(), last.at()) : head;
        return Cursor.of(position.seq(), ChronoUnit.MICROS.between(Instant.EPOCH, position.at()));
    }

    private static Sql changes(long seq, Collection<DeskType> types, int most) {
        List<Sql> each = types.stream()
                .map(type -> Sql.of(
                        "(select * from desk_change where type = '" + type.word
                                + "' and seq > ? order by type, seq limit " + most + ")",
                        seq))
                .toList();
        return Sql.of("select " + DeskChangeItem.COLUMNS + " from (")
                .plus(Sql.join(" union all ", each))
                .plus(") c order by c.seq limit " + most);
    }
}
