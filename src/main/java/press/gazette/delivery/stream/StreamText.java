package press.gazette.delivery.stream;

import java.nio.charset.StandardCharsets;

import press.gazette.json.Json;

/** Writes events in the format of server-sent events (HTML standard, §9.2). */
public final class StreamText {

    /** A line that keeps the connection open and that readers ignore. */
    static final String COMMENT = ":\n\n";

    private StreamText() {}

    /** An event with a position, from which its reader goes on after a reconnection. */
    public static String event(String name, String id, String data) {
        return "event: " + name + "\nid: " + id + "\ndata: " + data + "\n\n";
    }

    /** An event without a position. */
    static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }

    /** The time after which a reader connects again. */
    static String retry(long millis) {
        return "retry: " + millis + "\n";
    }

    /** The JSON of a view: one line. */
    public static String data(Object view) {
        return new String(Json.bytes(view), StandardCharsets.UTF_8);
    }
}
