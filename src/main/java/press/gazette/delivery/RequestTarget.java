package press.gazette.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The path and query of a request as they came, checked before anything decodes them: percent-encoding that is whole,
 * characters that are UTF-8, and one way only to write each address.
 */
final class RequestTarget {

    private static final int ENCODED = 3;
    private static final int HEX = 16;
    private static final char DEL = 0x7f;

    private static final Pattern DESK = Pattern.compile("(?i)/+v1(;[^/]*)?/+desk(?![\\w-])");

    private RequestTarget() {}

    /** What is wrong with it, in a sentence for the client; empty: nothing. */
    static Optional<String> fault(String target) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        if (!target.chars().allMatch(character -> character > ' ' && character < DEL)) {
            return Optional.of("The URL has characters that are not ASCII; percent-encode them.");
        }
        Optional<byte[]> decoded = decode(target);
        if (decoded.isEmpty()) {
            return Optional.of("The URL has a percent sign that two hexadecimal digits do not follow.");
        }
        if (!isUtf8(decoded.get())) {
            return Optional.of("The URL is not UTF-8 once its percent-encoding is undone.");
        }
        if (path.indexOf(';') >= 0) {
            return Optional.of("The path has parameters behind a semicolon; this API has none.");
        }
        if (path.contains("//") || (path.length() > 1 && path.endsWith("/") && !path.startsWith("/q/"))) {
            return Optional.of("The path has an empty segment: leave out the doubled or last slash.");
        }
        return Optional.empty();
    }

    /**
     * Whether a path leads to the desk, however it is written. Read more generously than the router does: the worst that can
     * come of it is a refusal that nobody keeps.
     *
     * @param normalized without dot segments
     */
    static boolean isDesk(String normalized) {
        String path = decode(normalized)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse(normalized);
        return DESK.matcher(path).lookingAt();
    }

    private static Optional<byte[]> decode(String target) {
        ByteBuffer bytes = ByteBuffer.allocate(target.length());
        for (int i = 0; i < target.length(); i++) {
            char character = target.charAt(i);
            if (character != '%') {
                bytes.put((byte) character);
            } else if (i + 2 < target.length() && isHex(target.charAt(i + 1)) && isHex(target.charAt(i + 2))) {
                bytes.put((byte) Integer.parseInt(target, i + 1, i + ENCODED, HEX));
                i += 2;
            } else {
                return Optional.empty();
            }
        }
        byte[] decoded = new byte[bytes.position()];
        bytes.flip().get(decoded);
        return Optional.of(decoded);
    }

    private static boolean isHex(char character) {
        return Character.digit(character, HEX) >= 0;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
