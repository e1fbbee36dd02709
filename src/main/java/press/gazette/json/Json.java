package press.gazette.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Writes and reads the JSON of the API and of stored columns, and the YAML of the sample newsroom, all by the same
 * rules.
 */
public final class Json {

    private static final ObjectMapper JSON = configured(JsonMapper.builder());
    private static final ObjectMapper SELECTIVE = JSON.copy().addMixIn(Object.class, SelectedMembers.Everywhere.class);
    private static final ObjectMapper YAML = configured(YAMLMapper.builder());

    private Json() {}

    /** Returns UTF-8 without white space. */
    public static byte[] bytes(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Not writable as JSON: " + value.getClass().getName(), e);
        }
    }

    /** Returns UTF-8 with the selected members only. */
    public static byte[] bytes(Object value, FieldSelection selection) {
        try {
            return SELECTIVE.writer(SelectedMembers.of(selection)).writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Not writable as JSON: " + value.getClass().getName(), e);
        }
    }

    /**
     * Returns UTF-8 that can stand inside a script element: characters that could end it, open a comment there or break a line
     * of a script are escaped.
     */
    public static byte[] scriptBytes(Object value) {
        return column(value)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the text of a JSON column. */
    public static String column(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Not writable as JSON: " + value.getClass().getName(), e);
        }
    }

    /**
     * Reads the text of a JSON column.
     *
     * @throws IllegalStateException if it cannot be read: the row is damaged, the client is not at fault
     */
    public static <T> T fromColumn(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Damaged column, not readable as " + type.getSimpleName(), e);
        }
    }

    /** Reads the text of a JSON column as a type that may have parameters. */
    static Object fromColumn(String json, Type type) {
        try {
            return JSON.readValue(json, JSON.constructType(type));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Damaged column, not readable as " + type.getTypeName(), e);
        }
    }

    /** Reads a JSON document of the application: objects as maps in their order, arrays as lists. */
    public static Map<String, Object> object(InputStream json) throws IOException {
        return JSON.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    /** Reads a column that holds a list. */
    public static <T> List<T> listFromColumn(String json, Class<T> type) {
        try {
            return JSON.readerForListOf(type).readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Damaged column, not readable as a list of " + type.getSimpleName(), e);
        }
    }

    /**
     * Reads content from a client as a record, strictly: see {@link StrictTree} and {@link Binder}.
     *
     * @throws press.gazette.problem.Problem {@code malformed-json}, or {@code invalid-content} with every fault
     */
    public static <T extends Record> T draft(byte[] content, Class<T> type) {
        return Binder.bind(StrictTree.read(content), type);
    }

    /** Returns the tree that {@link #bytes} would write. */
    static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    /**
     * Reads one YAML document.
     *
     * @throws UncheckedIOException if it does not match the type
     */
    public static <T> T fromYaml(InputStream yaml, Class<T> type) {
        try {
            return YAML.readValue(yaml, type);
        } catch (IOException e) {
            throw new UncheckedIOException("Not a YAML document of a " + type.getSimpleName(), e);
        }
    }

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> M configured(MapperBuilder<M, B> mapper) {
        return mapper.addModule(new JavaTimeModule())
                .addModule(new Jdk8Module())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                .build();
    }
}
