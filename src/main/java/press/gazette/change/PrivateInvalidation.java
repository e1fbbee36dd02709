package press.gazette.change;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.hibernate.Session;

import press.gazette.database.Row;
import press.gazette.database.Sql;

/**
 * An invalidation that readers must not notice, as of the responses with an article whose expiry is planned: their validity ends
 * earlier now. The ledger would tell of the plan. The caches of all nodes follow these rows beside the ledger.
 *
 * @param seq its number: without gaps, in the order of the commits
 * @param subjects whose responses are invalidated
 */
public record PrivateInvalidation(long seq, List<Subject> subjects) {

    /** The statement that selects the last number; 0: there is none. */
    static final String LAST = "select coalesce(max(p.seq), 0) from private_invalidation p";

    /** The last number; 0: there is none. */
    public static long last() {
        return Sql.of(LAST).first(Row::number).orElseThrow();
    }

    /** At most {@code most} of them behind a number, in order. */
    public static List<PrivateInvalidation> after(long seq, int most) {
        return Sql.of(
                        "select p.seq, p.touched from private_invalidation p where p.seq > ? order by p.seq limit ?",
                        seq,
                        most)
                .rows(row -> new PrivateInvalidation(row.number(), Change.subjects(row.text())));
    }

    /** Removes those before this time, except the last one, which has the number. */
    public static void removeBefore(Instant time, Connection connection) throws SQLException {
        try (PreparedStatement old =
                connection.prepareStatement("delete from private_invalidation where at < ? and seq < (" + LAST + ")")) {
            old.setObject(1, time.atOffset(ZoneOffset.UTC));
            old.executeUpdate();
        }
    }

    /** Stores one. The update takes the lock on the head of the ledger, which orders the writers, and rings its bell. */
    static void store(Collection<Subject> subjects, Instant at, Session session) {
        session.createMutationQuery("update LedgerHead set seq = seq").executeUpdate();
        session.doWork(connection -> {
            try (PreparedStatement stored = connection.prepareStatement(
                    "insert into private_invalidation (seq, touched, at) values ((" + LAST + ") + 1, ?, ?)")) {
                stored.setString(1, subjects.stream().map(Subject::name).collect(Collectors.joining(" ")));
                stored.setObject(2, at.atOffset(ZoneOffset.UTC));
                stored.executeUpdate();
            }
        });
    }
}
