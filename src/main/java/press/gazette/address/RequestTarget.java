package press.gazette.address;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Checks the path and query of a request before they are decoded: complete percent-encoding, valid UTF-8, and one spelling only
 * for each address.
 */
public final class RequestTarget {

    private static final int ENCODED = 3;
    private static final int HEX = 16;
    private static final char DEL = 0x7f;

    /** The absolute form, which proxies send (RFC 9112 §3.2.2). Its host is ignored, as the header Host is. */
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://[^/?#]+(?=[/?#]|$)");

    private static final Pattern DOTS = Pattern.compile("(?i)(\\.|%2e){1,2}");

    /** Printable characters that no URL may contain (RFC 3986 §2). */
    private static final String NOWHERE = "\"#<>\\^`{}";

    /** Illegal in a path too. Browsers send them unencoded in a query, and {@code |} is an operator of this API. */
    private static final String NOT_IN_PATH = "[]|";

    private static final String PLAIN_IN_QUERY = "=&,.:";

    private RequestTarget() {}

    /**
     * The fault of a target, in a sentence for the client; empty if there is none.
     *
     * @param acceptsLastSlash whether a path may have the slash at its end
     */
    public static Optional<String> fault(String target, Predicate<String> acceptsLastSlash) {
        if (isPlain(target)) {
            return Optional.empty();
        }
        String local = ABSOLUTE.matcher(target).replaceFirst("");
        int mark = local.indexOf('?');
        String path = mark < 0 ? local : local.substring(0, mark);
        String query = mark < 0 ? "" : local.substring(mark + 1);
        if (!path.startsWith("/") && local.length() == target.length()) {
            return Optional.of("The URL does not begin with a slash.");
        }
        return encodingFault(path, query)
                .or(() -> pathFault(path, acceptsLastSlash))
                .or(() -> queryFault(query));
    }

    /** True if the target clearly has no fault: words between single slashes, and words between a few marks in the query. */
    private static boolean isPlain(String target) {
        boolean query = false;
        char before = 0;
        for (int i = 0; i < target.length(); i++) {
            char character = target.charAt(i);
            if (character == '/' || character == '?') {
                if (query || before == '/') {
                    return false;
                }
                query = character == '?';
            } else if (!isWord(character) && !(query && PLAIN_IN_QUERY.indexOf(character) >= 0)) {
                return false;
            }
            before = character;
        }
        return target.startsWith("/") && before != '/';
    }

    private static boolean isWord(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '-'
                || character == '_';
    }

    /** Makes a valid reference of any path (RFC 9457 §3.1.5): illegal characters are encoded. */
    public static String reference(String path) {
        // Two slashes in front would name another host (RFC 3986 §4.2).
        StringBuilder reference = new StringBuilder(path.startsWith("//") ? "/." : "");
        for (int i = 0; i < path.length(); i++) {
            char character = path.charAt(i);
            boolean legal = character == '%' ? isEncoded(path, i) : isPrintable(character) && !isIllegal(character);
            reference.append(legal ? String.valueOf(character) : "%%%02X".formatted((int) character));
        }
        return reference.toString();
    }

    private static Optional<String> encodingFault(String path, String query) {
        String all = path + query;
        if (!all.chars().allMatch(RequestTarget::isPrintable)) {
            return Optional.of("The URL has characters that are not printable ASCII; percent-encode them.");
        }
        OptionalInt illegal = firstOf(NOWHERE, all);
        illegal = illegal.isPresent() ? illegal : firstOf(NOT_IN_PATH, path);
        if (illegal.isPresent()) {
            int character = illegal.getAsInt();
            return Optional.of("The URL has a %c; write %%%02X.".formatted(character, character));
        }
        Optional<byte[]> decoded = decode(all);
        if (decoded.isEmpty()) {
            return Optional.of("The URL has a percent sign that two hexadecimal digits do not follow.");
        }
        return isUtf8(decoded.get())
                ? Optional.empty()
                : Optional.of("The URL is not UTF-8 once its percent-encoding is undone.");
    }

    private static Optional<String> pathFault(String path, Predicate<String> acceptsLastSlash) {
        if (path.indexOf(';') >= 0) {
            return Optional.of("The path has parameters behind a semicolon; this API has none.");
        }
        if (path.contains("//") || (path.endsWith("/") && !acceptsLastSlash.test(path))) {
            return Optional.of("The path has an empty segment: leave out the doubled or last slash.");
        }
        if (Arrays.stream(path.split("/", -1)).anyMatch(DOTS.asMatchPredicate())) {
            return Optional.of("The path has a segment of dots: resolve it before asking.");
        }
        return Optional.empty();
    }

    /**
     * Rejects semicolons: some software reads them as ampersands, and a cache in front that does so would store wrong
     * responses.
     */
    private static Optional<String> queryFault(String query) {
        return query.indexOf(';') < 0
                ? Optional.empty()
                : Optional.of("The query has a semicolon: put & between parameters, or write %3B.");
    }

    private static OptionalInt firstOf(String characters, String text) {
        return text.chars()
                .filter(character -> characters.indexOf(character) >= 0)
                .findFirst();
    }

    /** A path without percent-encoding; the path itself if an escape is broken. */
    public static String decoded(String path) {
        return decode(path)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse(path);
    }

    private static Optional<byte[]> decode(String target) {
        ByteBuffer bytes = ByteBuffer.allocate(target.length());
        for (int i = 0; i < target.length(); i++) {
            char character = target.charAt(i);
            if (character != '%') {
                bytes.put((byte) character);
            } else if (isEncoded(target, i)) {
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

    private static boolean isPrintable(int character) {
        return character > ' ' && character < DEL;
    }

    private static boolean isIllegal(char character) {
        return NOWHERE.indexOf(character) >= 0 || NOT_IN_PATH.indexOf(character) >= 0;
    }

    private static boolean isEncoded(String text, int at) {
        return at + 2 < text.length() && isHex(text.charAt(at + 1)) && isHex(text.charAt(at + 2));
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
