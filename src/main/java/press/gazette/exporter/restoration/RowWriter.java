package press.gazette.exporter.restoration;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import press.gazette.exporter.format.Column;
import press.gazette.exporter.format.ExportedTable;
import press.gazette.exporter.format.TableColumns;

/** Inserts rows, several with one statement as long as they are of one table. */
final class RowWriter implements AutoCloseable {

    private static final int MOST = 100;

    /** The characters of rows that wait: articles may have some million each. */
    private static final int MOST_TEXT = 4 << 20;

    /** A related article may have been discarded while the export was written. */
    private static final String RELATED = """
            insert into article_related (article_id, position, related_id)
            select a.id, cast(? as integer), r.id from article a, article r where a.id = ? and r.id = ?""";

    private final Connection connection;
    private final TableColumns columns;
    private @Nullable PreparedStatement statement;
    private @Nullable ExportedTable table;
    private List<Column> bound = List.of();
    private int first;
    private int last;
    private int waiting;
    private long text;

    RowWriter(Connection connection, TableColumns columns) {
        this.connection = connection;
        this.columns = columns;
    }

    void insert(ExportRow row) throws SQLException {
        List<Column> named = named(row);
        if (row.table() != table || !named.equals(bound)) {
            prepare(row.table(), named);
        }
        PreparedStatement insert = Objects.requireNonNull(statement);
        if (table == ExportedTable.ARTICLE_RELATED) {
            insert.setObject(1, row.value("position"));
            insert.setObject(2, row.value("article_id"));
            insert.setObject(3, row.value("related_id"));
        } else {
            for (int i = 0; i < named.size(); i++) {
                Object value = row.values().get(named.get(i));
                if (value == null) {
                    insert.setNull(i + 1, Types.NULL);
                } else {
                    insert.setObject(i + 1, value);
                }
            }
        }
        insert.addBatch();
        first = waiting == 0 ? row.line() : first;
        last = row.line();
        waiting++;
        text += row.textLength();
        if (waiting == MOST || text > MOST_TEXT) {
            flush();
        }
    }

    /** The columns of the statement: an empty one gets the value that the database fills in, if it must have one. */
    private List<Column> named(ExportRow row) {
        List<Column> named = new ArrayList<>();
        for (Column column : columns.of(row.table()).values()) {
            if (row.values().containsKey(column) || column.isNullable()) {
                named.add(column);
            }
        }
        return named;
    }

    private void prepare(ExportedTable next, List<Column> named) throws SQLException {
        close();
        table = next;
        bound = named;
        statement = connection.prepareStatement(
                next == ExportedTable.ARTICLE_RELATED
                        ? RELATED
                        : "insert into " + next.table() + " (" + TableColumns.names(named) + ") values ("
                                + String.join(", ", Collections.nCopies(named.size(), "?")) + ")");
    }

    /**
     * Sends the rows that wait.
     *
     * @throws UnreadableExport if one of them breaks a rule of the database
     */
    void flush() throws SQLException {
        if (statement == null || waiting == 0) {
            return;
        }
        waiting = 0;
        text = 0;
        try {
            statement.executeBatch();
        } catch (SQLException e) {
            throw RowWriter.refused(e, first, last);
        }
    }

    /** The fault of the rows; the failure itself if it is one of the database. */
    private static SQLException refused(SQLException failure, int first, int last) {
        SQLException cause = failure instanceof BatchUpdateException && failure.getNextException() != null
                ? failure.getNextException()
                : failure;
        String state = String.valueOf(cause.getSQLState());
        if (state.startsWith("22") || state.startsWith("23")) {
            throw UnreadableExport.at(
                    first,
                    (first == last ? "It" : "One of the lines to " + last)
                            + " breaks a rule of the database: "
                            + String.valueOf(cause.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("") + ".");
        }
        return failure;
    }

    @Override
    public void close() throws SQLException {
        flush();
        if (statement != null) {
            statement.close();
            statement = null;
        }
    }
}
