package press.gazette.forwarding;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of an old address in the one form that is stored and looked up: without scheme and host, decoded, without a
 * fragment and without the slash at its end. A query stays: some systems have addresses like {@code /?p=123}. Escapes of
 * characters that mean something in an address stay too, so the form is read as itself.
 *
 * @param value begins with a slash
 */
public record OldPath(String value) {

    /** The most bytes: an index of PostgreSQL holds no longer entries. */
    public static final int MOST_BYTES = 2_000;

    public static final String EXPECTED =
            "This is the path of an address with its query, from its first slash on, at most 2,000 bytes.";

    private static final Pattern ORIGIN = Pattern.compile("^(?:[hH][tT][tT][pP][sS]?:)?//[^/?#]+");

    /** Characters that end a part of an address, or begin an escape. */
    private static final Pattern RESERVED = Pattern.compile("[#?%/]");

    private static final Pattern ESCAPES = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

    /** Reads a path or a whole URL; empty if the text is neither. */
    public static Optional<OldPath> of(String text) {
        String local = ORIGIN.matcher(text.strip()).replaceFirst("");
        int fragment = local.indexOf('#');
        local = fragment < 0 ? local : local.substring(0, fragment);
        int mark = local.indexOf('?');
        String path = decoded(mark < 0 ? local : local.substring(0, mark));
        String query = mark < 0 || mark == local.length() - 1
                ? ""
                : local.substring(mark).replace(" ", "%20");
        path = path.isEmpty() && !query.isEmpty() ? "/" : path;
        while (path.length() > 1 && path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        while (path.startsWith("//")) {
            path = path.substring(1);
        }
        String value = Normalizer.normalize(path + query, Normalizer.Form.NFC);
        boolean valid = value.startsWith("/")
                && value.chars().noneMatch(Character::isISOControl)
                && value.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
        return valid ? Optional.of(new OldPath(value)) : Optional.empty();
    }

    /** A path without percent-encoding; runs of escapes that are not UTF-8 stay. */
    private static String decoded(String path) {
        String decoded = path.indexOf('%') < 0 ? path : ESCAPES.matcher(path).replaceAll(OldPath::decoded);
        return decoded.replace(" ", "%20");
    }

    private static String decoded(MatchResult escapes) {
        byte[] bytes = HexFormat.of().parseHex(escapes.group().replace("%", ""));
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Matcher.quoteReplacement(RESERVED.matcher(text)
                    .replaceAll(c -> String.format("%%%02X", (int) c.group().charAt(0))));
        } catch (CharacterCodingException e) {
            return Matcher.quoteReplacement(escapes.group());
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
