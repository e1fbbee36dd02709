package press.gazette.body.inline;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The addresses that a body may hold. All others, such as {@code javascript:} and {@code data:}, are rejected in blocks
 * and dropped from Markdown and HTML.
 */
public final class Address {

    /** In UTF-16 units. Longer addresses break in browsers, proxies and feed readers. */
    static final int MAX_LENGTH = 2_048;

    /** UTF-16 units with line ends and blanks. A longer text is no address, and encoding it would cost time. */
    private static final int MOST_READ = 4 * MAX_LENGTH;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private static final Pattern WEB = Pattern.compile("https?://[^/?#:@].*", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTACT = Pattern.compile("(?:mailto|tel):.+", Pattern.CASE_INSENSITIVE);
    private static final Pattern FRAGMENT = Pattern.compile("#.+");
    private static final String UNSAFE_ASCII = "<>\"`\\";

    /** The address of a file in this server's store begins so, behind the server if it is absolute. */
    private static final Pattern STORED =
            Pattern.compile("(?:https?://[^/?#]+)?/media/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})/.*");

    private Address() {}

    /** The id of a medium, and the one that the address of a file in the store has; empty without both. */
    public static Stream<UUID> media(@Nullable UUID id, String address) {
        Matcher stored = STORED.matcher(address);
        return Stream.concat(
                Stream.ofNullable(id), stored.matches() ? Stream.of(UUID.fromString(stored.group(1))) : Stream.empty());
    }

    /** True for an absolute address, a path from the root of the site, or a place in the same body. */
    public static boolean isLink(String address) {
        return tidy(address)
                && (WEB.matcher(address).matches()
                        || CONTACT.matcher(address).matches()
                        || isFromRoot(address)
                        || FRAGMENT.matcher(address).matches());
    }

    public static boolean isFromRoot(String address) {
        return address.startsWith("/") && !address.startsWith("//");
    }

    /**
     * True for a web address or a path from the root of this server; false for {@code //host}, which leaves the server.
     */
    public static boolean isPicture(String address) {
        return isEmbed(address) || (isFromRoot(address) && tidy(address));
    }

    public static boolean isEmbed(String address) {
        return tidy(address) && WEB.matcher(address).matches();
    }

    public static void requireLink(String component, String address) {
        require(
                isLink(address),
                component,
                "an absolute http, https, mailto or tel address, a path that starts with / or #id",
                address);
    }

    public static void requirePicture(String component, String address) {
        require(
                isPicture(address),
                component,
                "an absolute http or https address or a path that starts with /",
                address);
    }

    public static void requireEmbed(String component, String address) {
        require(isEmbed(address), component, "an absolute http or https address", address);
    }

    /**
     * The address as a browser reads it from markup: blanks around it and line ends within it are dropped; characters
     * that no address may hold are percent-encoded. A text longer than any address is returned unchanged.
     */
    public static String tidied(String raw) {
        String address = raw.strip();
        if (address.length() > MOST_READ) {
            return address;
        }
        StringBuilder kept = new StringBuilder(address.length());
        address.codePoints().filter(c -> !Character.isISOControl(c)).forEach(c -> {
            if (allowed(c)) {
                kept.appendCodePoint(c);
            } else {
                encode(kept, Character.toString(c));
            }
        });
        return kept.toString();
    }

    private static void encode(StringBuilder kept, String character) {
        for (byte octet : character.getBytes(StandardCharsets.UTF_8)) {
            kept.append('%').append(HEX.toHexDigits(octet));
        }
    }

    private static boolean tidy(String address) {
        return address.length() <= MAX_LENGTH && address.codePoints().allMatch(Address::allowed);
    }

    private static boolean allowed(int c) {
        return UNSAFE_ASCII.indexOf(c) < 0 && !Prose.blank(c) && Prose.storable(c);
    }

    private static void require(boolean right, String component, String form, String address) {
        if (!right) {
            String shown = address.length() > 80 ? address.substring(0, 80) + "…" : address;
            throw new IllegalArgumentException(component + " must be " + form + " without blanks, of at most "
                    + MAX_LENGTH + " characters; this is \"" + Prose.clean(shown) + "\".");
        }
    }
}
