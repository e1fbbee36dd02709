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

import press.gazette.cache.CacheGroups;
import press.gazette.change.Subject;
import press.gazette.sending.BoundedClient;

/**
 * An external cache that invalidates groups, by the names that responses carry in Surrogate-Key.
 *
 * @param address of the invalidation request
 * @param method BAN for a Varnish with docs/gazette.vcl, POST for a CDN
 * @param headers that authenticate Gazette
 */
record ExternalCache(URI address, String method, Map<String, String> headers) {

    private static final int REFUSED = 300;

    static ExternalCache varnish(URI address) {
        return new ExternalCache(checked("gazette.purge-varnish", address), "BAN", Map.of());
    }

    static ExternalCache cdn(URI address, Map<String, String> headers) {
        return new ExternalCache(checked("gazette.purge-cdn", address), "POST", headers);
    }

    private static URI checked(String setting, URI address) {
        boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        if (!web || address.getHost() == null || address.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    setting + " must be an absolute http or https URL without a password; it is set to "
                            + address.getScheme() + "://" + address.getHost());
        }
        return address;
    }

    /** The name in logs and metrics, without path and query, which may be secret. */
    String name() {
        return address.getScheme() + "://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    /** The name of its cursor in the ledger. */
    String cursor() {
        return "purge " + UUID.nameUUIDFromBytes(address.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Returns after the cache has accepted the request, as its status tells; does not wait for the body. */
    void invalidate(Collection<Subject> groups, BoundedClient client) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .method(method, BodyPublishers.noBody())
                .header(
                        CacheGroups.SURROGATE_KEY,
                        groups.stream().map(Subject::name).collect(Collectors.joining(" ")));
        headers.forEach(request::header);
        int status = client.status(request);
        if (status >= REFUSED) {
            throw new IOException("The cache responds with " + status);
        }
    }
}
