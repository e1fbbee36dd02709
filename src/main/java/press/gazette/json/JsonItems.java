package press.gazette.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads objects one by one: an object, an array of objects, or several of both in a row, such as one in each line. */
public final class JsonItems implements AutoCloseable {

    /**
     * An object.
     *
     * @param line of the file where it begins
     */
    public record Item(int line, Map<String, Object> values) {}

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final JsonParser parser;
    private final String parts;
    private final String wholeType;
    private final Deque<Item> ready = new ArrayDeque<>();

    /** The content is no JSON, or is nested too deeply. Its message names the place. */
    public static final class Unreadable extends RuntimeException {

        Unreadable(String message) {
            super(message);
        }
    }

    /**
     * Opens a file.
     *
     * @param wholeType the {@code type} of an object that only holds others
     * @param parts the member of such an object that has the others in an array
     */
    public JsonItems(InputStream content, String wholeType, String parts) {
        this.wholeType = wholeType;
        this.parts = parts;
        try {
            this.parser = MAPPER.createParser(content);
        } catch (IOException e) {
            throw new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    /** The next object; empty at the end. */
    public Optional<Item> next() {
        try {
            while (ready.isEmpty()) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    return Optional.empty();
                }
                if (token == JsonToken.START_OBJECT) {
                    take(parser.currentTokenLocation().getLineNr());
                } else if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY && !isInWhole(token)) {
                    throw new Unreadable(
                            "line " + parser.currentTokenLocation().getLineNr() + ": an object is expected here");
                }
            }
            return Optional.of(ready.remove());
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new Unreadable("line " + line + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    /** The rest of an object whose parts were read one by one: its end, and members behind the parts. */
    private boolean isInWhole(JsonToken token) throws IOException {
        if (token == JsonToken.FIELD_NAME) {
            parser.nextToken();
            parser.skipChildren();
            return true;
        }
        return token == JsonToken.END_OBJECT;
    }

    private void take(int line) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            boolean streams = name.equals(parts)
                    && value == JsonToken.START_ARRAY
                    && wholeType.equals(Objects.requireNonNullElse(values.get("type"), ""));
            if (streams) {
                return;
            }
            values.put(name, MAPPER.readValue(parser, new TypeReference<Object>() {}));
        }
        if (wholeType.equals(values.get("type")) && values.get(parts) instanceof List<?> all) {
            all.forEach(each -> addPart(each, line));
        } else if (wholeType.equals(values.get("type")) && values.get(parts) instanceof Map<?, ?> named) {
            named.values().forEach(each -> addPart(each, line));
        } else {
            ready.add(new Item(line, values));
        }
    }

    private void addPart(Object part, int line) {
        if (part instanceof Map<?, ?> map) {
            Map<String, Object> values = new LinkedHashMap<>();
            map.forEach((key, value) -> values.put(String.valueOf(key), value));
            ready.add(new Item(line, values));
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
