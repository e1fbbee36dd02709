package press.gazette.exporter.format;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** The types of columns, with their forms in JSON and in statements. */
enum ColumnType {
    ID,
    TEXT,
    INTEGER,
    LONG,
    FLAG,
    MOMENT;

    /** The type by its name in the information schema, which is the same in H2 and PostgreSQL but for the case. */
    static ColumnType named(String dataType) {
        return switch (dataType.toLowerCase(Locale.ROOT)) {
            case "uuid" -> ID;
            case "character varying", "character large object", "text", "character" -> TEXT;
            case "integer" -> INTEGER;
            case "bigint" -> LONG;
            case "boolean" -> FLAG;
            case "timestamp with time zone" -> MOMENT;
            default -> throw new IllegalArgumentException("Columns of the type " + dataType + " cannot be exported");
        };
    }

    /** Reads a column as it stands in JSON; null: it is empty. */
    @Nullable
    Object read(ResultSet row, int column) throws SQLException {
        Object value = switch (this) {
            case ID -> row.getObject(column, UUID.class);
            case TEXT -> row.getString(column);
            case INTEGER -> row.getInt(column);
            case LONG -> row.getLong(column);
            case FLAG -> row.getBoolean(column);
            case MOMENT -> row.getObject(column, OffsetDateTime.class);
        };
        if (value == null || row.wasNull()) {
            return null;
        }
        return switch (this) {
            case ID -> value.toString();
            case MOMENT -> ((OffsetDateTime) value).toInstant().toString();
            case TEXT, INTEGER, LONG, FLAG -> value;
        };
    }

    /**
     * The value of a statement for a value in JSON.
     *
     * @throws IllegalArgumentException that says what is expected
     */
    Object bound(Object json) {
        return switch (this) {
            case ID -> id(json);
            case TEXT -> text(json);
            case INTEGER -> number(json);
            case LONG -> whole(json);
            case FLAG -> flag(json);
            case MOMENT -> moment(json);
        };
    }

    private static Integer number(Object json) {
        if (json instanceof Integer number) {
            return number;
        }
        throw rejected("an integer");
    }

    private static Long whole(Object json) {
        return json instanceof Long number ? number : Long.valueOf(number(json));
    }

    private static Boolean flag(Object json) {
        if (json instanceof Boolean flag) {
            return flag;
        }
        throw rejected("true or false");
    }

    private static UUID id(Object json) {
        String text = String.valueOf(json);
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // Below.
        }
        throw rejected("a UUID in lower case");
    }

    /** PostgreSQL stores no NUL. */
    private static String text(Object json) {
        if (json instanceof String text && text.indexOf('\0') < 0) {
            return text;
        }
        throw rejected("a text without NUL");
    }

    private static OffsetDateTime moment(Object json) {
        try {
            return Instant.parse(String.valueOf(json)).atOffset(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw rejected("a time in UTC, such as 2026-01-31T12:00:00Z");
        }
    }

    private static IllegalArgumentException rejected(String expected) {
        return new IllegalArgumentException("must be " + expected);
    }
}
