package press.gazette.connection;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A response on the wire, one character for each byte.
 *
 * @param head the status line and the header lines, each with its end
 */
record RawResponse(String head, String content) {

    int status() {
        return Integer.parseInt(head.split(" ", 3)[1]);
    }

    /** The headers by their names in lower case. */
    Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        head.lines().skip(1).forEach(line -> {
            String[] parts = line.split(": ", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        });
        return headers;
    }

    String tag() {
        return headers().getOrDefault("etag", "none");
    }

    /**
     * All bytes, with fixed values where the two ways may differ: the date and the rest of the quota. The server counts a 304 and
     * gives it back, so that the header is there; the fast path does not count it, so that there is none.
     */
    String comparable() {
        String allowance = status() == 304 ? "" : "RateLimit: left\r\n";
        String same = head.replaceFirst(
                        "(?m)^Date: \\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT\r\n", "Date: now\r\n")
                .replaceFirst("(?m)^RateLimit: .*\r\n", allowance);
        return (status() == 304 ? same.replaceFirst("(?m)^RateLimit-Policy: .*\r\n", "") : same) + "\r\n" + content;
    }
}
