package press.gazette.exporter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import press.gazette.exporter.format.Column;
import press.gazette.exporter.format.ExportedTable;
import press.gazette.exporter.format.TableColumns;
import press.gazette.json.Json;

/** Reads the rows of a table in the order of its key, page by page. */
final class TableReader {

    private static final int ROWS = 200;

    /** Rows with a document of up to some hundred kilobytes. */
    private static final int DOCUMENTS = 20;

    /** Rows with the comments on an article, or with an item that is no article, of up to some megabytes. */
    private static final int COMMENTS = 5;

    private final ExportedTable table;
    private final List<Column> columns;
    private final List<Column> key;

    /** The key of the last row that was read; empty before the first. */
    private List<Object> last = List.of();

    TableReader(ExportedTable table, TableColumns columns) {
        this.table = table;
        this.columns = List.copyOf(columns.of(table).values());
        this.key = columns.key(table);
    }

    /** The next rows as lines; empty behind the last one. */
    List<byte[]> next(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text())) {
            int place = 1;
            if (!last.isEmpty()) {
                statement.setObject(place++, last.get(0));
                for (Object part : last) {
                    statement.setObject(place++, part);
                }
            }
            try (ResultSet rows = statement.executeQuery()) {
                return lines(rows);
            }
        }
    }

    /** The number of rows that the memory holds at once, whatever they contain. */
    private int page() {
        return switch (table) {
            case ARTICLE, ARTICLE_REVISION, LIST_REVISION, SITE_REVISION -> DOCUMENTS;
            case IMPORT_REMAINDER -> COMMENTS;
            default -> ROWS;
        };
    }

    /** The first column of the key alone is a condition too: not every database finds the range of a row value by its index. */
    private String text() {
        List<String> conditions = new ArrayList<>();
        String names = TableColumns.names(key);
        if (!last.isEmpty()) {
            conditions.add(key.get(0).name() + " >= ?");
            conditions.add("(" + names + ") > (" + String.join(", ", Collections.nCopies(key.size(), "?")) + ")");
        }
        return "select " + TableColumns.names(columns) + " from " + table.table()
                + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions)) + " order by " + names
                + " limit " + page();
    }

    private List<byte[]> lines(ResultSet rows) throws SQLException {
        List<Integer> places =
                key.stream().map(part -> columns.indexOf(part) + 1).collect(Collectors.toList());
        List<byte[]> lines = new ArrayList<>();
        while (rows.next()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put(ExportedTable.MEMBER, table.row());
            for (int i = 0; i < columns.size(); i++) {
                Object value = columns.get(i).read(rows, i + 1);
                if (value != null) {
                    line.put(columns.get(i).member(), value);
                }
            }
            lines.add(Json.bytes(line));
            last = new ArrayList<>();
            for (int place : places) {
                last.add(rows.getObject(place));
            }
        }
        return lines;
    }
}
