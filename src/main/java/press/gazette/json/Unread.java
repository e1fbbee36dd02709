package press.gazette.json;

import com.fasterxml.jackson.databind.JsonNode;

import press.gazette.problem.Problem;

/**
 * A part of a content that is read by itself, so that what is wrong with it does not refuse the rest.
 *
 * @param <T> what it is
 */
public final class Unread<T> {

    private final JsonNode content;
    private final Class<T> type;

    Unread(JsonNode content, Class<T> type) {
        this.content = content;
        this.type = type;
    }

    /**
     * Reads it.
     *
     * @throws Problem {@code invalid-content} with every fault, the pointers from this part on
     */
    public T read() {
        return Binder.bind(content, type);
    }
}
