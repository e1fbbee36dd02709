package press.gazette.connection;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;

import press.gazette.cache.ReadYourWrites;
import press.gazette.response.Negotiation;

/**
 * The headers of a plain GET, read in one pass: each is there at most once, Host is a host of plain letters, and none makes the
 * response depend on more than the URL.
 */
public final class PlainHead {

    /** The headers that are read. */
    private enum Header {
        HOST("Host", false),
        CONNECTION("Connection", false),
        ACCEPT("Accept", false),
        ACCEPT_ENCODING("Accept-Encoding", false),
        IF_NONE_MATCH("If-None-Match", false),
        IF_MODIFIED_SINCE("If-Modified-Since", false),
        TRACEPARENT("traceparent", false),
        TRANSFER_ENCODING("Transfer-Encoding", true),
        CONTENT_LENGTH("Content-Length", true),
        AUTHORIZATION("Authorization", true),
        UPGRADE("Upgrade", true),
        EXPECT("Expect", true),
        GAZETTE_SEQ(ReadYourWrites.HEADER, true);

        /** The headers by the lengths of their names, which are nearly all different. */
        private static final Header[][] BY_LENGTH = byLength();

        private final String field;

        /** True if a request with it is not plain. */
        private final boolean special;

        Header(String field, boolean special) {
            this.field = field;
            this.special = special;
        }

        private static Header[][] byLength() {
            Header[][] headers = new Header[TRANSFER_ENCODING.field.length() + 1][];
            Arrays.setAll(
                    headers,
                    length -> Arrays.stream(values())
                            .filter(header -> header.field.length() == length)
                            .toArray(Header[]::new));
            return headers;
        }

        static @Nullable Header of(CharSequence name) {
            if (name.length() < BY_LENGTH.length) {
                for (Header header : BY_LENGTH[name.length()]) {
                    if (AsciiString.contentEqualsIgnoreCase(name, header.field)) {
                        return header;
                    }
                }
            }
            return null;
        }
    }

    /** A colon and five digits. */
    private static final int LONGEST_PORT = 6;

    private final Map<Header, String> values = new EnumMap<>(Header.class);

    private PlainHead() {}

    /**
     * Reads the head of a GET of HTTP/1.1.
     *
     * @param maxSize the most characters of the names and values of all headers together
     * @return null if the request is not plain, so that it has to pass the server
     */
    public static @Nullable PlainHead of(HttpRequest request, int maxSize) {
        boolean plain = request.decoderResult().isSuccess()
                && request.method().equals(HttpMethod.GET)
                && request.protocolVersion().equals(HttpVersion.HTTP_1_1);
        return plain ? of(request.headers(), maxSize) : null;
    }

    static @Nullable PlainHead of(HttpHeaders headers, int maxSize) {
        PlainHead head = new PlainHead();
        int size = 0;
        Iterator<Map.Entry<CharSequence, CharSequence>> all = headers.iteratorCharSequence();
        while (all.hasNext()) {
            Map.Entry<CharSequence, CharSequence> line = all.next();
            size += line.getKey().length() + line.getValue().length();
            Header header = Header.of(line.getKey());
            if (size > maxSize || (header != null && !head.takes(header, line.getValue()))) {
                return null;
            }
        }
        return head.hasPlainHost() ? head : null;
    }

    public Negotiation negotiation() {
        return new Negotiation(
                of(Header.ACCEPT), of(Header.ACCEPT_ENCODING), of(Header.IF_NONE_MATCH), of(Header.IF_MODIFIED_SINCE));
    }

    /** The value of the header traceparent; null if there is none. */
    public @Nullable String traceparent() {
        return of(Header.TRACEPARENT);
    }

    private @Nullable String of(Header header) {
        return values.get(header);
    }

    private boolean takes(Header header, CharSequence value) {
        return !header.special
                && values.put(header, value.toString()) == null
                && (header != Header.CONNECTION || AsciiString.contentEqualsIgnoreCase("keep-alive", value));
    }

    /** True if Host is a name or an IPv4 address, with or without a port. */
    private boolean hasPlainHost() {
        String host = of(Header.HOST);
        if (host == null) {
            return false;
        }
        int end = host.indexOf(':');
        int name = end < 0 ? host.length() : end;
        for (int i = 0; i < host.length(); i++) {
            char character = host.charAt(i);
            boolean digit = character >= '0' && character <= '9';
            boolean letter = (character | ' ') >= 'a' && (character | ' ') <= 'z';
            if (i != name && !digit && (i > name || !(letter || character == '.' || character == '-'))) {
                return false;
            }
        }
        return name > 0 && host.length() - name <= LONGEST_PORT;
    }
}
