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

/** A row of a result; each call reads the next column. A null fails unless the method ends in {@code OrNull}. */
public final class Row {

    private final ResultSet results;
    private int column;

    Row(ResultSet results) {
        this.results = results;
    }

    /** Reads a column from a JDBC result. */
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

    /** The ids of an array; empty if it is null. */
    public List<UUID> uuids() {
        return array(UUID.class);
    }

    /** The texts of an array; empty if it is null. */
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

    /** The constant stored as its name in lower case. */
    public <E extends Enum<E>> E constant(Class<E> type) {
        return Enum.valueOf(type, text().toUpperCase(Locale.ROOT));
    }

    /** Skips columns. */
    public void skip(int columns) {
        column += columns;
    }

    /** JDBC returns zero for null and reports it afterwards. */
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

    /** Carries an SQLException out of a row reader. */
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
