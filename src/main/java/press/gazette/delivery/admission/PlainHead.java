package press.gazette.delivery.admission;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;

import press.gazette.delivery.ReadYourWrites;

/**
 * The headers of a request that has nothing unusual about them, read in one pass: each is there at most once, of those that
 * make a request more than a plain question there is none, and Host is a host of plain letters.
 */
public final class PlainHead {

    /** What matters of a head. */
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

        /** By the lengths of their names, which tell nearly all of them apart. */
        private static final Header[][] BY_LENGTH = byLength();

        private final String field;

        /** Whether it makes a request more than a plain question. */
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
     * Reads it.
     *
     * @param mostSize how many characters all names and values may have together
     * @return absent: there is something about it that somebody else has to look at
     */
    static @Nullable PlainHead of(HttpHeaders headers, int mostSize) {
        PlainHead head = new PlainHead();
        int size = 0;
        Iterator<Map.Entry<CharSequence, CharSequence>> all = headers.iteratorCharSequence();
        while (all.hasNext()) {
            Map.Entry<CharSequence, CharSequence> line = all.next();
            size += line.getKey().length() + line.getValue().length();
            Header header = Header.of(line.getKey());
            if (size > mostSize || (header != null && !head.takes(header, line.getValue()))) {
                return null;
            }
        }
        return head.hasPlainHost() ? head : null;
    }

    /** The value of If-None-Match; absent: there is none. So are the others. */
    public @Nullable String ifNoneMatch() {
        return of(Header.IF_NONE_MATCH);
    }

    public @Nullable String ifModifiedSince() {
        return of(Header.IF_MODIFIED_SINCE);
    }

    public @Nullable String accept() {
        return of(Header.ACCEPT);
    }

    public @Nullable String acceptEncoding() {
        return of(Header.ACCEPT_ENCODING);
    }

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

    /** Whether Host is a name or an IPv4 address, with a port or without. */
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
