package press.gazette.sending;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses on the public internet from private, local and reserved ones (IANA's special-purpose registries of
 * IPv4 and IPv6). An IPv4 address that is mapped to IPv6 counts as the IPv4 address; those inside of tunnels
 * are never public.
 */
final class PublicAddresses {

    private static final int IPV4 = 4;
    private static final int IPV6 = 16;

    /** The zero bytes before an IPv4 address in an IPv6 address; two bytes of ones are between (RFC 4291 §2.5.5.2). */
    private static final int MAPPED_ZEROS = 10;

    private static final List<Network> NOT_PUBLIC = List.of(
            network("0.0.0.0/8"),
            network("10.0.0.0/8"),
            network("100.64.0.0/10"),
            network("127.0.0.0/8"),
            // The host of the machine and its metadata in Azure's network, though registered as public.
            network("168.63.129.16/32"),
            network("169.254.0.0/16"),
            network("172.16.0.0/12"),
            network("192.0.0.0/24"),
            network("192.0.2.0/24"),
            network("192.88.99.0/24"),
            network("192.168.0.0/16"),
            network("198.18.0.0/15"),
            network("198.51.100.0/24"),
            network("203.0.113.0/24"),
            network("224.0.0.0/4"),
            network("240.0.0.0/4"),
            // Of the unicast addresses: protocols and tunnels, documentation.
            network("2001:0:0:0:0:0:0:0/23"),
            network("2001:db8:0:0:0:0:0:0/32"),
            network("2002:0:0:0:0:0:0:0/16"),
            network("3fff:0:0:0:0:0:0:0/20"));

    /** The only unicast addresses that IANA has given out. */
    private static final Network UNICAST = network("2000:0:0:0:0:0:0:0/3");

    private PublicAddresses() {}

    /** True if everybody on the internet can reach the address. */
    static boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        byte[] inner = isMapped(bytes) ? Arrays.copyOfRange(bytes, IPV6 - IPV4, IPV6) : bytes;
        boolean unicast = inner.length == IPV4 || UNICAST.contains(inner);
        return unicast && NOT_PUBLIC.stream().noneMatch(network -> network.contains(inner));
    }

    private static boolean isMapped(byte[] bytes) {
        if (bytes.length != IPV6 || bytes[MAPPED_ZEROS] != -1 || bytes[MAPPED_ZEROS + 1] != -1) {
            return false;
        }
        for (int i = 0; i < MAPPED_ZEROS; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** A network as its first address and the number of bits that all its addresses share. */
    private record Network(InetAddress first, int bits) {

        boolean contains(byte[] address) {
            byte[] beginning = first.getAddress();
            if (address.length != beginning.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 1 << (7 - bit % 8);
                if ((address[bit / 8] & mask) != (beginning[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static Network network(String text) {
        String[] parts = text.split("/", 2);
        try {
            return new Network(InetAddress.getByName(parts[0]), Integer.parseInt(parts[1]));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("A literal address needs no name server", e);
        }
    }
}
