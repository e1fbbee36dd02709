package press.gazette.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * Reads a dump of a database in JSON row by row: objects in arrays, which are members of one object. Nothing but the row is held in
 * memory.
 */
public final class JsonTables implements AutoCloseable {

    /**
     * A row.
     *
     * @param table the name of the array
     * @param line of the file where it begins
     */
    public record Row(String table, int line, Map<String, Object> values) {}

    /** The content is no JSON, or is nested too deeply. Its message names the place. */
    public static final class Unreadable extends RuntimeException {

        Unreadable(String message) {
            super(message);
        }
    }

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final JsonParser parser;
    private final String container;
    private @Nullable String table;
    private boolean inside;

    /** @param container the name of the object with the arrays */
    public JsonTables(InputStream content, String container) {
        this.container = container;
        try {
            this.parser = MAPPER.createParser(content);
        } catch (IOException e) {
            throw new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    /** The next row; empty at the end. */
    public Optional<Row> next() {
        try {
            return read();
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new Unreadable("line " + line + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    /** True if the object with the arrays was there. */
    public boolean hasContainer() {
        return inside;
    }

    private Optional<Row> read() throws IOException {
        JsonToken token = parser.nextToken();
        while (token != null) {
            if (table != null && token == JsonToken.START_OBJECT) {
                int line = parser.currentTokenLocation().getLineNr();
                Map<String, Object> values =
                        MAPPER.readValue(parser, new TypeReference<LinkedHashMap<String, Object>>() {});
                return Optional.of(new Row(table, line, values));
            }
            if (table != null) {
                endTable(token);
            } else if (token == JsonToken.FIELD_NAME) {
                enter(parser.currentName());
            }
            token = parser.nextToken();
        }
        return Optional.empty();
    }

    private void endTable(JsonToken token) throws IOException {
        if (token == JsonToken.END_ARRAY) {
            table = null;
        } else {
            parser.skipChildren();
        }
    }

    private void enter(String name) throws IOException {
        JsonToken value = parser.nextToken();
        if (inside && value == JsonToken.START_ARRAY) {
            table = name;
        } else if (name.equals(container) && value == JsonToken.START_OBJECT) {
            inside = true;
        } else if (inside || value != JsonToken.START_ARRAY) {
            parser.skipChildren();
        }
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new IllegalStateException("A file that was read cannot be closed", e);
        }
    }
}
