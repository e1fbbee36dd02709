package press.gazette.database;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** One row of a result, whose columns are taken one after the other. What is not nullable here must not be null there. */
public final class Row {

    private final ResultSet results;
    private int column;

    Row(ResultSet results) {
        this.results = results;
    }

    /** Takes a column out of the results of a statement. */
    private interface Getter<T> {

        @Nullable
        T get(ResultSet results, int column) throws SQLException;
    }

    public String text() {
        return present(textOrNull());
    }

    public @Nullable String textOrNull() {
        return next(ResultSet::getString);
    }

    public UUID uuid() {
        return present(uuidOrNull());
    }

    public @Nullable UUID uuidOrNull() {
        return next((all, index) -> all.getObject(index, UUID.class));
    }

    /** The ids of an array; of none an empty list. */
    public List<UUID> uuids() {
        return array(UUID.class);
    }

    /** The texts of an array; of none an empty list. */
    public List<String> texts() {
        return array(String.class);
    }

    public Instant instant() {
        return present(instantOrNull());
    }

    public @Nullable Instant instantOrNull() {
        OffsetDateTime time = next((all, index) -> all.getObject(index, OffsetDateTime.class));
        return time == null ? null : time.toInstant();
    }

    public int integer() {
        return present(integerOrNull());
    }

    public @Nullable Integer integerOrNull() {
        return next((all, index) -> valued(all, all.getInt(index)));
    }

    public long number() {
        return present(next((all, index) -> valued(all, all.getLong(index))));
    }

    public boolean flag() {
        return present(next((all, index) -> valued(all, all.getBoolean(index))));
    }

    /** The constant that is stored as its name in lower case. */
    public <E extends Enum<E>> E constant(Class<E> type) {
        return Enum.valueOf(type, text().toUpperCase(Locale.ROOT));
    }

    /** Passes over columns. */
    public void skip(int columns) {
        column += columns;
    }

    /** The driver has zero for what is null, and tells so afterwards. */
    private static <T> @Nullable T valued(ResultSet results, T value) throws SQLException {
        return results.wasNull() ? null : value;
    }

    private <T> List<T> array(Class<T> type) {
        Array array = next(ResultSet::getArray);
        if (array == null) {
            return List.of();
        }
        try {
            return Stream.of((Object[]) array.getArray()).map(type::cast).toList();
        } catch (SQLException e) {
            throw new Unreadable(e);
        }
    }

    private <T> @Nullable T next(Getter<T> getter) {
        column++;
        try {
            return getter.get(results, column);
        } catch (SQLException e) {
            throw new Unreadable(e);
        }
    }

    private <T> T present(@Nullable T value) {
        return Objects.requireNonNull(value, () -> "column " + column + " is null");
    }

    /** Carries a failure of the connection out of the function that reads a row. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final SQLException cause;

        Unreadable(SQLException cause) {
            super(cause);
            this.cause = cause;
        }

        SQLException cause() {
            return cause;
        }
    }
}
