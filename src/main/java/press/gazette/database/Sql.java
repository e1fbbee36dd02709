package press.gazette.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import io.quarkus.hibernate.orm.panache.Panache;
import org.hibernate.FlushMode;
import org.hibernate.engine.jdbc.spi.JdbcCoordinator;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/**
 * A statement in plain SQL, or a part of one, with the values of its placeholders in their order. The text must be
 * constant; everything from outside must be a value.
 *
 * <p>It runs on the connection of the current session, which counts it and converts its failures like its own
 * statements.
 *
 * @param values UUIDs, texts, numbers, instants, arrays of UUIDs
 */
public record Sql(String text, List<Object> values) {

    /** An empty part. */
    public static final Sql NONE = new Sql("", List.of());

    public Sql {
        values = List.copyOf(values);
    }

    public static Sql of(String text, Object... values) {
        return new Sql(text, Arrays.asList(values));
    }

    /** The placeholders of a list: {@code (?, ?)}. A condition with an empty list is never true. */
    public static Sql list(Collection<?> values) {
        return values.isEmpty()
                ? of("(null)")
                : new Sql("(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")", List.copyOf(values));
    }

    /** Joins the parts with a separator. */
    public static Sql join(String between, Collection<Sql> parts) {
        StringBuilder text = new StringBuilder();
        List<Object> values = new ArrayList<>();
        for (Sql part : parts) {
            text.append(text.isEmpty() ? "" : between).append(part.text);
            values.addAll(part.values);
        }
        return new Sql(text.toString(), values);
    }

    public Sql plus(Sql part) {
        return join("", List.of(this, part));
    }

    public Sql plus(String part, Object... itsValues) {
        return plus(of(part, itsValues));
    }

    /** Runs it and returns the first row; empty if there is none. */
    public <T> Optional<T> first(Function<Row, T> reader) {
        return rows(reader).stream().findFirst();
    }

    /**
     * Runs it and returns all rows. In a transaction it sees the uncommitted changes, which are flushed first unless
     * the session's flush mode is manual.
     *
     * @param reader reads the columns of a row in their order
     */
    public <T> List<T> rows(Function<Row, T> reader) {
        SharedSessionContractImplementor session = Panache.getSession().unwrap(SharedSessionContractImplementor.class);
        if (session.isTransactionInProgress() && session.getHibernateFlushMode() != FlushMode.MANUAL) {
            session.flush();
        }
        try {
            return read(session.getJdbcCoordinator(), reader);
        } catch (SQLException e) {
            throw session.getJdbcServices().getSqlExceptionHelper().convert(e, "The statement failed", text);
        } catch (Row.Unreadable e) {
            throw session.getJdbcServices().getSqlExceptionHelper().convert(e.cause(), "A row cannot be read", text);
        }
    }

    private <T> List<T> read(JdbcCoordinator coordinator, Function<Row, T> reader) throws SQLException {
        PreparedStatement statement = coordinator.getStatementPreparer().prepareStatement(text);
        try {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, bound(values.get(i), statement));
            }
            ResultSet results = coordinator.getResultSetReturn().extract(statement, text);
            List<T> rows = new ArrayList<>();
            while (results.next()) {
                rows.add(reader.apply(new Row(results)));
            }
            return rows;
        } finally {
            coordinator.getLogicalConnection().getResourceRegistry().release(statement);
            coordinator.afterStatementExecution();
        }
    }

    private static Object bound(Object value, PreparedStatement statement) throws SQLException {
        if (value instanceof UUID[] ids) {
            return statement.getConnection().createArrayOf("uuid", ids);
        }
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
    }
}
