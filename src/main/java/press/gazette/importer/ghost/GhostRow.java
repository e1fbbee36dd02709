package press.gazette.importer.ghost;

import java.util.Map;

import press.gazette.json.JsonTables;

/** A row of a table of Ghost. */
record GhostRow(int line, Map<String, Object> values) {

    static GhostRow of(JsonTables.Row row) {
        return new GhostRow(row.line(), row.values());
    }

    /** The value as text; empty: none. */
    String text(String name) {
        Object value = values.get(name);
        return value == null ? "" : value.toString().strip();
    }

    /** True for true and 1, as databases have it. */
    boolean flag(String name) {
        return text(name).equals("true") || text(name).equals("1");
    }

    int number(String name) {
        return values.get(name) instanceof Number number ? number.intValue() : 0;
    }
}
