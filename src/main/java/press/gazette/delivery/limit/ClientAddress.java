package press.gazette.delivery.limit;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;

/** The address a request comes from, as far as it can be known. */
final class ClientAddress {

    private static final int WHOLE_IPV6 = 128;

    private static final Pattern PREFIX = Pattern.compile("\\d{1,3}");

    /** A /64: one household or host has all addresses behind these bytes to itself. */
    private static final int NETWORK_BYTES = 8;

    private final List<IpSubnetFilterRule> proxies;

    ClientAddress(List<String> proxies) {
        this.proxies = proxies.stream().map(ClientAddress::network).toList();
    }

    /**
     * The connection's own address, or, where that is a proxy we trust, the last one in X-Forwarded-For that is none: what
     * stands before that, the client may have made up.
     *
     * @return an IPv4 address, or the /64 of an IPv6 one
     */
    String of(HttpServerRequest request) {
        return of(request.connection().remoteAddress().hostAddress(), request.headers()::getAll);
    }

    /**
     * The same of a connection's own address and the headers.
     *
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
            if (NetUtil.createByteArrayFromIpAddressString(before) == null) {
                break;
            }
            address = before;
        }
        return counted(address);
    }

    /** Whether the connection of a request comes from a proxy we trust. */
    boolean isTrusted(HttpServerRequest request) {
        return isProxy(request.connection().remoteAddress().hostAddress());
    }

    /** What a connection is counted by; empty: it comes from a proxy we trust, or none is named and it may be one. */
    Optional<String> ofDirect(String peer) {
        return proxies.isEmpty() || isProxy(peer) ? Optional.empty() : Optional.of(counted(peer));
    }

    private boolean isProxy(String address) {
        InetSocketAddress socket = new InetSocketAddress(NetUtil.createInetAddressFromIpAddressString(address), 0);
        return proxies.stream().anyMatch(proxy -> proxy.matches(socket));
    }

    private static String counted(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        byte[] bytes = Optional.ofNullable(NetUtil.createByteArrayFromIpAddressString(address))
                .orElse(new byte[0]);
        return bytes.length < WHOLE_IPV6 / Byte.SIZE ? address : NetUtil.bytesToIpAddress(network(bytes));
    }

    private static byte[] network(byte[] address) {
        byte[] network = new byte[address.length];
        System.arraycopy(address, 0, network, 0, NETWORK_BYTES);
        return network;
    }

    private static IpSubnetFilterRule network(String text) {
        String[] parts = text.split("/", 2);
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(parts[0]);
        int whole = bytes == null ? 0 : bytes.length * Byte.SIZE;
        String prefix = parts.length == 1 ? Integer.toString(whole) : parts[1];
        if (bytes == null || !PREFIX.matcher(prefix).matches() || Integer.parseInt(prefix) > whole) {
            throw new IllegalArgumentException("gazette.trusted-proxies has \"" + text
                    + "\", which is neither an address nor a network like 10.0.0.0/8");
        }
        return new IpSubnetFilterRule(parts[0], Integer.parseInt(prefix), IpFilterRuleType.ACCEPT);
    }
}
