package press.gazette.exporter.format;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The columns of all exported tables, as the database has them: a column that a migration adds is exported without a word here.
 * Columns that the database computes itself are left out.
 */
public final class TableColumns {

    private static final String COLUMNS = """
            select column_name, data_type, character_maximum_length, is_nullable, column_default, is_generated
            from information_schema.columns
            where lower(table_name) = ? and table_schema = current_schema order by ordinal_position""";

    /** H2 tells a length for every text; that of unbounded ones is a gigabyte. */
    private static final int LONGEST = 1_000_000;

    private final Map<ExportedTable, Map<String, Column>> columns = new EnumMap<>(ExportedTable.class);

    private TableColumns() {}

    public static TableColumns read(Connection connection) throws SQLException {
        TableColumns all = new TableColumns();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            for (ExportedTable table : ExportedTable.values()) {
                statement.setString(1, table.table());
                all.columns.put(table, columns(table, statement));
            }
        }
        return all;
    }

    private static Map<String, Column> columns(ExportedTable table, PreparedStatement statement) throws SQLException {
        Map<String, Column> found = new LinkedHashMap<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                if (rows.getString("is_generated").equalsIgnoreCase("ALWAYS")) {
                    continue;
                }
                ColumnType type = ColumnType.named(rows.getString("data_type"));
                long longest = type == ColumnType.TEXT ? rows.getLong("character_maximum_length") : 0;
                Column column = new Column(
                        table,
                        rows.getString("column_name").toLowerCase(Locale.ROOT),
                        type,
                        longest > LONGEST ? 0 : (int) longest,
                        rows.getString("is_nullable").equals("YES"),
                        rows.getString("column_default") != null);
                found.put(column.member(), column);
            }
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("There is no table " + table.table());
        }
        return found;
    }

    /** The columns of a table by their members, in the order of the table. */
    public Map<String, Column> of(ExportedTable table) {
        return Objects.requireNonNull(columns.get(table));
    }

    /** The names of columns, for a statement. */
    public static String names(Collection<Column> some) {
        return some.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** The columns by which the rows of a table are in order. */
    public List<Column> key(ExportedTable table) {
        List<Column> key = new ArrayList<>();
        table.key()
                .forEach(name -> of(table).values().stream()
                        .filter(column -> column.name().equals(name))
                        .forEach(key::add));
        return key;
    }
}
