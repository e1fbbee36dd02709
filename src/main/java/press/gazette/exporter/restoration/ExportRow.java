package press.gazette.exporter.restoration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import press.gazette.exporter.format.Column;
import press.gazette.exporter.format.ExportedTable;
import press.gazette.exporter.format.TableColumns;
import press.gazette.json.Json;

/**
 * A line with a row: the values of its columns for a statement.
 *
 * @param values without empty columns
 */
record ExportRow(int line, ExportedTable table, Map<Column, Object> values) {

    /**
     * Reads the members of a line.
     *
     * @throws UnreadableExport if it is no JSON object
     */
    static Map<String, Object> members(byte[] text, int line) {
        try {
            Map<String, Object> members = Json.object(new ByteArrayInputStream(text));
            if (members != null) {
                return members;
            }
        } catch (IOException | RuntimeException e) {
            // Below.
        }
        throw UnreadableExport.at(line, "It must be one JSON object.");
    }

    /**
     * Reads a row.
     *
     * @throws UnreadableExport with every fault of the line
     */
    static ExportRow of(Map<String, Object> members, int line, TableColumns columns) {
        ExportedTable table = ExportedTable.ofRow(String.valueOf(members.get(ExportedTable.MEMBER)))
                .orElseThrow(() ->
                        UnreadableExport.at(line, "There is no row \"" + members.get(ExportedTable.MEMBER) + "\"."));
        Map<String, Column> known = columns.of(table);
        List<UnreadableExport.Fault> faults = new ArrayList<>();
        Map<Column, Object> values = new LinkedHashMap<>();
        for (Column column : known.values()) {
            Object value = members.get(column.member());
            String fault = value == null ? missing(column) : bind(column, value, values);
            if (fault != null) {
                faults.add(new UnreadableExport.Fault(line, column.member() + " " + fault + "."));
            }
        }
        for (String member : members.keySet()) {
            if (!member.equals(ExportedTable.MEMBER) && !known.containsKey(member)) {
                faults.add(
                        new UnreadableExport.Fault(line, "The row " + table.row() + " has no member " + member + "."));
            }
        }
        if (!faults.isEmpty()) {
            throw new UnreadableExport(faults);
        }
        return new ExportRow(line, table, values);
    }

    private static @Nullable String missing(Column column) {
        return column.isNullable() || column.hasDefault() ? null : "is missing";
    }

    /** Adds a value; returns a fault, or null. */
    private static @Nullable String bind(Column column, Object value, Map<Column, Object> values) {
        try {
            values.put(column, column.bound(value));
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    /** The value of a column by its name in the database; null: it is empty. */
    @Nullable
    Object value(String name) {
        return values.entrySet().stream()
                .filter(each -> each.getKey().name().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** The characters of all its texts. */
    long textLength() {
        return values.values().stream()
                .mapToLong(value -> value instanceof String text ? text.length() : 0)
                .sum();
    }

    /** The row with another value. */
    ExportRow with(String name, @Nullable Object value) {
        Map<Column, Object> changed = new LinkedHashMap<>(values);
        for (Column column : values.keySet()) {
            if (column.name().equals(name)) {
                if (value == null) {
                    changed.remove(column);
                } else {
                    changed.put(column, value);
                }
            }
        }
        return new ExportRow(line, table, changed);
    }
}
