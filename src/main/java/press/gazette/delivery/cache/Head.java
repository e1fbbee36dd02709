package press.gazette.delivery.cache;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import io.netty.buffer.ByteBuf;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** Headers that leave again and again, in the two forms in which the server only has to copy them. */
public final class Head {

    private static final int LAST_OF_LATIN_1 = 0xff;

    private final CharSequence[] names;
    private final CharSequence[] values;

    /** As they are on the wire of HTTP/1.1 (RFC 9112 §5), each with the end of its line. */
    private final byte[] lines;

    private Head(Map<String, String> headers) {
        StringBuilder text = new StringBuilder();
        headers.forEach((name, value) ->
                text.append(name).append(": ").append(inOneLine(value)).append("\r\n"));
        names = headers.keySet().stream().map(HttpHeaders::createOptimized).toArray(CharSequence[]::new);
        values = headers.values().stream().map(HttpHeaders::createOptimized).toArray(CharSequence[]::new);
        lines = text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** In the order of the map. */
    public static Head of(Map<String, String> headers) {
        return new Head(new LinkedHashMap<>(headers));
    }

    /** Of names and their values in turn. */
    public static Head of(String... namesAndValues) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Head(headers);
    }

    /** What had a line of its own in it would be a header of its own, whoever made it up (RFC 9110 §5.5). */
    private static String inOneLine(String value) {
        if (value.chars().anyMatch(character -> character < ' ' || character > LAST_OF_LATIN_1)) {
            throw new IllegalArgumentException("No header can have the value " + value);
        }
        return value;
    }

    /** Adds them to those of an answer, which must have none of these names yet. */
    public void addTo(MultiMap headers) {
        for (int i = 0; i < names.length; i++) {
            headers.add(names[i], values[i]);
        }
    }

    /** Writes them to the head of an answer. */
    public void writeTo(ByteBuf head) {
        head.writeBytes(lines);
    }

    /** How many bytes they have on the wire. */
    public int length() {
        return lines.length;
    }
}
