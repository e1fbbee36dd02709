package press.gazette.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

/** Writes and reads the records of the API, of stored columns and of the sample newsroom, always by the same rules. */
public final class Json {

    private static final ObjectMapper JSON = configured(JsonMapper.builder());
    private static final ObjectMapper SELECTIVE = JSON.copy().addMixIn(Object.class, SelectedMembers.Everywhere.class);
    private static final ObjectMapper YAML = configured(YAMLMapper.builder());

    private Json() {}

    /** The UTF-8 bytes of a record, without white space. */
    public static byte[] bytes(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Not writable as JSON: " + value.getClass().getName(), e);
        }
    }

    /** The same of those members that are selected. */
    public static byte[] bytes(Object value, Selection selection) {
        try {
            return SELECTIVE.writer(SelectedMembers.of(selection)).writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Not writable as JSON: " + value.getClass().getName(), e);
        }
    }

    /** What a JSON column holds. */
    public static String column(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Not writable as JSON: " + value.getClass().getName(), e);
        }
    }

    /** Reads what {@link #column} wrote. A column that does not read is a damaged row, not a reader's mistake. */
    public static <T> T fromColumn(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored column does not read as " + type.getSimpleName(), e);
        }
    }

    /** Reads a document of our own: objects as maps in their order, arrays as lists. */
    public static Map<String, Object> object(InputStream json) throws IOException {
        return JSON.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    /** Reads a column that holds a list of one type. */
    public static <T> List<T> listFromColumn(String json, Class<T> type) {
        try {
            return JSON.readerForListOf(type).readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored column does not read as a list of " + type.getSimpleName(), e);
        }
    }

    /**
     * Reads what a client sent as a record, strictly: see {@link StrictTree} and {@link Binder}.
     *
     * @throws press.gazette.problem.Problem {@code malformed-json}, or {@code invalid-content} with every fault
     */
    public static <T extends Record> T draft(byte[] content, Class<T> type) {
        return Binder.bind(StrictTree.read(content), type);
    }

    /** The same as {@link #bytes} would write, in memory. */
    static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    /** Reads a YAML document to its end. */
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
