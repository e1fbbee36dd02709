package press.gazette.exporter.format;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import press.gazette.json.Json;

/**
 * A column of an exported table.
 *
 * @param longest the number of characters of a text; 0: unbounded
 * @param isNullable true if it may be empty
 * @param hasDefault true if the database fills it in rows that do not name it
 */
public record Column(
        ExportedTable table, String name, ColumnType type, int longest, boolean isNullable, boolean hasDefault) {

    private static final Pattern UNDERSCORE = Pattern.compile("_(.)");

    /** Its member in a line. */
    public String member() {
        return UNDERSCORE.matcher(name).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    /** Its value as it stands in a line; null: none. */
    public @Nullable Object read(ResultSet row, int place) throws SQLException {
        Object value = type.read(row, place);
        return value instanceof String text && StoredJson.isJson(table, name)
                ? Json.fromColumn(text, Object.class)
                : value;
    }

    /**
     * The value of a statement for the value of a line.
     *
     * @throws IllegalArgumentException that says what the member must be
     */
    public Object bound(Object json) {
        if (StoredJson.isJson(table, name)) {
            return StoredJson.text(table, name, json);
        }
        Object bound = type.bound(json);
        if (longest > 0 && bound instanceof String text && text.codePointCount(0, text.length()) > longest) {
            throw new IllegalArgumentException("has more than " + longest + " characters");
        }
        StoredJson.requireForm(table, name, json);
        return bound;
    }
}
