package press.gazette.json;

import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A value with the texts of the JSON that it was bound to, for records that normalise their texts. In JSON it is the
 * value alone.
 *
 * @param <T> the type of the value
 */
public final class Sent<T> {

    private final T value;

    /** Null for a value that no client sent. */
    private final @Nullable JsonNode json;

    Sent(T value, @Nullable JsonNode json) {
        this.value = value;
        this.json = json;
    }

    /** A value that no client sent, such as one of a stored draft. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static <T> Sent<T> stored(T value) {
        return new Sent<>(value, null);
    }

    @JsonValue
    public T value() {
        return value;
    }

    /** True if a client sent the value; false for one of a stored draft. */
    public boolean isSent() {
        return json != null;
    }

    /**
     * Passes each string in the JSON to the reader, in order, after its pointer relative to the value. Nothing for a
     * value that no client sent.
     */
    public void texts(BiConsumer<Supplier<String>, String> reader) {
        if (json != null) {
            texts(json, Pointer.WHOLE, reader);
        }
    }

    /** The recursion ends because {@link StrictTree} bounds the depth of JSON. */
    private static void texts(JsonNode node, Pointer at, BiConsumer<Supplier<String>, String> reader) {
        if (node.isTextual()) {
            reader.accept(at::toString, node.textValue());
        }
        for (int i = 0; i < node.size() && node.isArray(); i++) {
            texts(node.get(i), at.to(i), reader);
        }
        node.properties().forEach(member -> texts(member.getValue(), at.to(member.getKey()), reader));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sent<?> sent && value.equals(sent.value);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(value);
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
