package press.gazette.admission.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.smallrye.common.net.CidrAddress;
import io.smallrye.common.net.Inet;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** The address of the client of a request, behind trusted proxies. */
final class ClientAddress {

    private static final int WHOLE_IPV6_BYTES = 16;

    private static final Pattern PREFIX = Pattern.compile("\\d{1,3}");

    /** A /64, all of whose addresses belong to one household or host. */
    private static final int NETWORK_BYTES = 8;

    private final List<CidrAddress> proxies;

    ClientAddress(List<String> proxies) {
        this.proxies = proxies.stream().map(ClientAddress::network).toList();
    }

    /**
     * The address of the connection. If that is a trusted proxy, the last address in X-Forwarded-For that is not: the client may
     * have invented all before it.
     *
     * @return an IPv4 address, or the /64 of an IPv6 one
     */
    String of(HttpServerRequest request) {
        return of(request.connection().remoteAddress().hostAddress(), request.headers()::getAll);
    }

    /**
     * The client behind a connection with these headers.
     *
     * @param peer the address of the connection
     * @param headers the values of all headers of a name
     */
    String of(String peer, Function<String, List<String>> headers) {
        if (proxies.isEmpty()) {
            return counted(peer);
        }
        String address = peer;
        String[] chain = String.join(",", headers.apply("X-Forwarded-For")).split(",", -1);
        for (int i = chain.length - 1; i >= 0 && isProxy(address); i--) {
            String before = chain[i].strip();
            if (Inet.parseInetAddressToBytes(before) == null) {
                break;
            }
            address = before;
        }
        return counted(address);
    }

    /** True if the connection of a request comes from a trusted proxy. */
    boolean isTrusted(HttpServerRequest request) {
        return isProxy(request.connection().remoteAddress().hostAddress());
    }

    /** The client of a direct connection; empty if it comes from a trusted proxy, or no proxy is named and it may be one. */
    Optional<String> ofDirect(String peer) {
        return proxies.isEmpty() || isProxy(peer) ? Optional.empty() : Optional.of(counted(peer));
    }

    private boolean isProxy(String address) {
        InetAddress parsed = parse(address);
        return parsed != null && proxies.stream().anyMatch(proxy -> proxy.matches(parsed));
    }

    private static String counted(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        byte[] bytes = Inet.parseInetAddressToBytes(address);
        return bytes == null || bytes.length < WHOLE_IPV6_BYTES ? address : Inet.toOptimalString(network(bytes));
    }

    private static byte[] network(byte[] address) {
        byte[] network = new byte[address.length];
        System.arraycopy(address, 0, network, 0, NETWORK_BYTES);
        return network;
    }

    private static CidrAddress network(String text) {
        String[] parts = text.split("/", 2);
        InetAddress address = parse(parts[0]);
        int whole = address == null ? 0 : address.getAddress().length * Byte.SIZE;
        String prefix = parts.length == 1 ? Integer.toString(whole) : parts[1];
        if (address == null || !PREFIX.matcher(prefix).matches() || Integer.parseInt(prefix) > whole) {
            throw new IllegalArgumentException("gazette.trusted-proxies has \"" + text
                    + "\", which is neither an address nor a network like 10.0.0.0/8");
        }
        return CidrAddress.create(address, Integer.parseInt(prefix));
    }

    /** Parses an address without its zone. An IPv4 address in the form of IPv6 ({@code ::ffff:10.0.0.1}) becomes IPv4. */
    private static @Nullable InetAddress parse(String address) {
        byte[] bytes = Inet.parseInetAddressToBytes(address);
        try {
            return bytes == null ? null : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("An address has 4 or 16 bytes", impossible);
        }
    }
}
