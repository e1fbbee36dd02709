package press.gazette.response;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** Headers encoded once for many responses: for Vert.x, and as bytes for the fast path. */
public final class PreparedHeaders {

    private static final int LAST_OF_LATIN_1 = 0xff;

    private final CharSequence[] names;
    private final CharSequence[] values;

    /** The lines of HTTP/1.1 (RFC 9112 §5), each with its end. */
    private final byte[] lines;

    private PreparedHeaders(Map<String, String> headers) {
        StringBuilder text = new StringBuilder();
        headers.forEach((name, value) ->
                text.append(name).append(": ").append(inOneLine(value)).append("\r\n"));
        names = headers.keySet().stream().map(HttpHeaders::createOptimized).toArray(CharSequence[]::new);
        values = headers.values().stream().map(HttpHeaders::createOptimized).toArray(CharSequence[]::new);
        lines = text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Prepares headers in the order of the map. */
    public static PreparedHeaders of(Map<String, String> headers) {
        return new PreparedHeaders(new LinkedHashMap<>(headers));
    }

    /** Prepares headers from names and values in turn. */
    public static PreparedHeaders of(String... namesAndValues) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new PreparedHeaders(headers);
    }

    /** Rejects line breaks: a value with one would inject further headers (RFC 9110 §5.5). */
    private static String inOneLine(String value) {
        if (value.chars().anyMatch(character -> character < ' ' || character > LAST_OF_LATIN_1)) {
            throw new IllegalArgumentException("No header can have the value " + value);
        }
        return value;
    }

    /** Adds the headers to a response that has none of these names yet. */
    public void addTo(MultiMap headers) {
        for (int i = 0; i < names.length; i++) {
            headers.add(names[i], values[i]);
        }
    }

    /**
     * Writes the lines to the head of a response.
     *
     * @param head has room for {@link #length} bytes
     */
    public void writeTo(ByteBuffer head) {
        head.put(lines);
    }

    /** The size of the lines in bytes. */
    public int length() {
        return lines.length;
    }
}
