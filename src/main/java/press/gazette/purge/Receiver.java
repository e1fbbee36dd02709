package press.gazette.purge;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import press.gazette.change.Subject;
import press.gazette.delivery.cache.CacheGroups;
import press.gazette.sending.BoundedClient;

/**
 * A cache outside that can be told to forget groups, by the names that answers carry in Surrogate-Key.
 *
 * @param address where it is told
 * @param method BAN for a Varnish with our VCL, POST for a CDN
 * @param headers what it knows us by
 */
record Receiver(URI address, String method, Map<String, String> headers) {

    private static final int REFUSED = 300;

    static Receiver varnish(URI address) {
        return new Receiver(checked("gazette.purge-varnish", address), "BAN", Map.of());
    }

    static Receiver cdn(URI address, Map<String, String> headers) {
        return new Receiver(checked("gazette.purge-cdn", address), "POST", headers);
    }

    private static URI checked(String setting, URI address) {
        boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        if (!web || address.getHost() == null || address.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    setting + " is made of absolute http or https URLs without a password; it is set to "
                            + address.getScheme() + "://" + address.getHost());
        }
        return address;
    }

    /** In logs and metrics: without path and query, which may be secret. */
    String name() {
        return address.getScheme() + "://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    /** What its bookmark is called. */
    String place() {
        return "purge " + UUID.nameUUIDFromBytes(address.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Returns when it has accepted the request. Its status says so; the body is not waited for. */
    void forget(Collection<Subject> groups, BoundedClient client) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .method(method, BodyPublishers.noBody())
                .header(
                        CacheGroups.SURROGATE_KEY,
                        groups.stream().map(Subject::name).collect(Collectors.joining(" ")));
        headers.forEach(request::header);
        int status = client.status(request);
        if (status >= REFUSED) {
            throw new IOException("It answers " + status);
        }
    }
}
