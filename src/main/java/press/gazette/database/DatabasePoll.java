package press.gazette.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import press.gazette.time.DatabaseClock;

/**
 * The one statement that finds out what nobody has told this node: the time at the database, the end of the ledger, the next
 * moment of each kind of planned rows. On PostgreSQL {@link Pulse} asks it again and again, since other nodes write there too.
 * The embedded database is asked once at the start, by {@link PlannedWork}: all that changes later this node has changed itself.
 */
@Singleton
public final class DatabasePoll {

    private interface Reader {
        void read(ResultSet row, int column) throws SQLException;
    }

    private record Question(String scalar, Reader reader) {}

    private final DatabaseClock clock;
    private final List<Question> questions = new CopyOnWriteArrayList<>();

    DatabasePoll(DatabaseClock clock) {
        this.clock = clock;
    }

    /**
     * Asks for a number in each poll.
     *
     * @param select a statement that costs the same however much there is; its only row has one column
     * @param listener must not take long
     */
    public void number(String select, LongConsumer listener) {
        questions.add(new Question(select, (row, column) -> listener.accept(row.getLong(column))));
    }

    /** Asks for a moment in each poll, as above; the listener is not told of an absent one. */
    public void moment(String select, Consumer<Instant> listener) {
        questions.add(new Question(select, (row, column) -> {
            OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
            if (at != null) {
                listener.accept(at.toInstant());
            }
        }));
    }

    /** Asks everything, and tells the clock and all who have asked. */
    void at(Connection connection) throws SQLException {
        List<Question> asked = List.copyOf(questions);
        String sql = asked.stream()
                .map(question -> ", (" + question.scalar() + ")")
                .collect(Collectors.joining("", "select current_timestamp", ""));
        long before = System.nanoTime();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            long after = System.nanoTime();
            row.next();
            clock.learn(row.getObject(1, OffsetDateTime.class).toInstant(), before, after);
            for (int i = 0; i < asked.size(); i++) {
                asked.get(i).reader().read(row, i + 2);
            }
        }
    }
}
