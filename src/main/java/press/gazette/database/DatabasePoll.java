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
 * One statement that reads everything this node cannot know by itself: the database's time, the end of the ledger, the
 * next due time of each kind of planned row. On PostgreSQL {@link Pulse} runs it periodically, since other nodes write
 * there too. On the embedded database {@code PlannedWork} runs it once at the start: later changes all come from this
 * node.
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
     * Adds a number to the poll.
     *
     * @param select must cost the same however many rows there are; returns one row with one column
     * @param listener must be quick
     */
    public void number(String select, LongConsumer listener) {
        questions.add(new Question(select, (row, column) -> listener.accept(row.getLong(column))));
    }

    /** Adds a moment to the poll, as above. The listener is not called for null. */
    public void moment(String select, Consumer<Instant> listener) {
        questions.add(new Question(select, (row, column) -> {
            OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
            if (at != null) {
                listener.accept(at.toInstant());
            }
        }));
    }

    /** Runs the statement and passes its values to the clock and the listeners. */
    public void at(Connection connection) throws SQLException {
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
