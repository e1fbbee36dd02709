package press.gazette.json;

import com.fasterxml.jackson.databind.JsonNode;

import press.gazette.problem.Problem;

/**
 * A part of a request's content that is bound later, so that its faults do not reject the rest.
 *
 * @param <T> the record that it is bound to
 */
public final class Unbound<T> {

    private final JsonNode content;
    private final Class<T> type;

    Unbound(JsonNode content, Class<T> type) {
        this.content = content;
        this.type = type;
    }

    /**
     * Binds it.
     *
     * @throws Problem {@code invalid-content} with every fault; pointers are relative to this part
     */
    public T read() {
        return Binder.bind(content, type);
    }
}
