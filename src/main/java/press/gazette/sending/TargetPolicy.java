package press.gazette.sending;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The URLs to which this server sends requests that its users ask for: https, to hosts on the public internet. So
 * nobody reaches the machines around the server through it (server-side request forgery). The URL is checked when it is
 * given, the addresses of its host before each request; the request must go to one of the addresses that were checked,
 * since a name may have others a moment later.
 */
public final class TargetPolicy {

    public static final int LONGEST = 2_000;

    /** The rule in one sentence, to follow a member's place. */
    public static final String EXPECTED =
            "This must be an https URL of a host on the public internet, without user and " + "fragment, at most "
                    + LONGEST + " characters; gazette.webhook-allowed-hosts lists the exceptions.";

    /** Some resolvers read these as numbers in decimal, octal or hexadecimal digits (WHATWG URL, "ends in a number"). */
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?(0[xX][0-9a-fA-F]*|[0-9]+)\\.?");

    private static final Pattern PLAIN_IPV4 =
            Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?!$)|$)){4}");

    /** Suffixes of names that never belong to a public host (RFC 6761, RFC 6762, and clouds). */
    private static final List<String> LOCAL = List.of(".localhost", ".local", ".internal", ".home.arpa");

    /** Looks up all addresses of a host. */
    @FunctionalInterface
    public interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private final Set<String> allowed;
    private final Resolver resolver;

    /** @param allowed names or addresses of hosts that may be private, and reached by http */
    public TargetPolicy(Collection<String> allowed) {
        this(allowed, InetAddress::getAllByName);
    }

    TargetPolicy(Collection<String> allowed, Resolver resolver) {
        this.allowed = allowed.stream().map(TargetPolicy::normalised).collect(Collectors.toUnmodifiableSet());
        this.resolver = resolver;
    }

    /** True if requests may go to this URL, as far as the text tells. Asks no name server. */
    public boolean allows(String text) {
        URI url = parse(text);
        if (url == null) {
            return false;
        }
        String host = host(url);
        return allowed.contains(host) || ("https".equalsIgnoreCase(url.getScheme()) && isPublicName(host));
    }

    /**
     * The addresses of the URL's host; a request must go to one of them.
     *
     * @throws IOException if there is none, or one that is not public
     */
    public List<InetAddress> addresses(URI url) throws IOException {
        if (!allows(url.toString())) {
            throw new IOException("Requests to this URL are not allowed");
        }
        String host = host(url);
        List<InetAddress> addresses = List.of(resolver.resolve(host));
        if (!allowed.contains(host) && !addresses.stream().allMatch(PublicAddresses::contain)) {
            throw new IOException("The host has an address that is not public");
        }
        return addresses;
    }

    /** The host of a URL in lower case, without the brackets of IPv6 and the dot of the root. */
    public static String host(URI url) {
        return normalised(url.getHost());
    }

    private static String normalised(String host) {
        String lower = host.strip().toLowerCase(Locale.ROOT);
        String bare = lower.startsWith("[") && lower.endsWith("]") ? lower.substring(1, lower.length() - 1) : lower;
        return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    }

    private static @Nullable URI parse(String text) {
        if (text.length() > LONGEST || !text.chars().allMatch(character -> character > ' ' && character < 0x7f)) {
            return null;
        }
        try {
            URI url = new URI(text);
            boolean web = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
            boolean plain = url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.getRawFragment() == null
                    && url.getPort() <= 65_535
                    && url.getPort() != 0;
            return web && plain ? url : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static boolean isPublicName(String host) {
        if (host.contains(":")) {
            return !host.contains("%") && isPublicLiteral(host);
        }
        if (ENDS_IN_NUMBER.matcher(host).matches()) {
            return PLAIN_IPV4.matcher(host).matches() && isPublicLiteral(host);
        }
        return host.contains(".") && LOCAL.stream().noneMatch(host::endsWith);
    }

    private static boolean isPublicLiteral(String address) {
        try {
            return PublicAddresses.contain(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
