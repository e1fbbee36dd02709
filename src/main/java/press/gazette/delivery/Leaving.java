package press.gazette.delivery;

import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

import press.gazette.delivery.cache.CacheGroups;
import press.gazette.delivery.cache.CacheKey;
import press.gazette.delivery.cache.Coded;
import press.gazette.delivery.cache.Gzip;
import press.gazette.delivery.cache.Head;
import press.gazette.delivery.cache.Rendered;
import press.gazette.delivery.cache.RenderedCache;
import press.gazette.json.Json;

/** The last step of every answer from a resource: JSON bytes, ETag, 304, gzip. */
@Singleton
final class Leaving {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    /** Below this, compression saves no packet. */
    private static final int WORTH_COMPRESSING = 1_024;

    private static final Annotation[] NONE = {};

    /** As REST writes it. */
    private static final String JSON = MediaType.APPLICATION_JSON_TYPE
            .withCharset(StandardCharsets.UTF_8.name())
            .toString();

    private static final List<String> SHARED = List.of(
            HttpHeaders.CACHE_CONTROL,
            HttpHeaders.LINK,
            CacheGroups.HEADER,
            CacheGroups.SURROGATE_KEY,
            Delivery.CONTENT_SECURITY_POLICY,
            Delivery.REFERRER_POLICY);

    /** Filters are made before there are settings. */
    private final Provider<RenderedCache> cache;

    private final Provider<FeedDiscovery> feeds;

    Leaving(Provider<RenderedCache> cache, Provider<FeedDiscovery> feeds) {
        this.cache = cache;
        this.feeds = feeds;
    }

    @ServerResponseFilter
    void leave(ContainerRequestContext request, ContainerResponseContext response, RoutingContext context) {
        Object view = response.getEntity();
        if (view == null) {
            return;
        }
        Negotiation negotiation = Negotiation.of(request::getHeaderString);
        byte[] content = content(view);
        boolean compressible = content.length >= WORTH_COMPRESSING;
        MultivaluedMap<String, Object> headers = response.getHeaders();
        boolean read = response.getStatus() == OK && isRead(request);
        String tag = tag(headers.getFirst(HttpHeaders.ETAG), read, content);
        byte[] gzipped = null;
        if (read && tag != null && headers.getFirst(CacheGroups.HEADER) instanceof CacheGroups groups) {
            Rendered rendered = rendered(content, tag, response.getMediaType().toString(), headers, groups, context);
            if (cache.get().isEnabled() && compressible && negotiation.acceptsGzip()) {
                gzipped = Gzip.of(content);
                rendered.compressed(gzipped);
            }
        }
        boolean gzip = compressible && negotiation.acceptsGzip();
        if (tag != null) {
            headers.putSingle(HttpHeaders.ETAG, gzip ? EntityTag.gzipped(tag) : tag);
        }
        if (read && tag != null && negotiation.hasCurrent(tag, lastModified(headers))) {
            response.setStatus(NOT_MODIFIED);
            response.setEntity(null);
            return;
        }
        if (gzip) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        byte[] bytes = !gzip ? content : gzipped != null ? gzipped : Gzip.of(content);
        if (request.getMethod().equals(HttpMethod.HEAD)) {
            headers.putSingle(HttpHeaders.CONTENT_LENGTH, bytes.length);
        }
        response.setEntity(bytes, NONE, response.getMediaType());
    }

    /** The response of a read that depends on the ledger, which the cache keeps if it may. */
    Rendered rendered(RestResponse<?> response, RoutingContext context) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        CacheGroups groups = (CacheGroups) Objects.requireNonNull(headers.getFirst(CacheGroups.HEADER));
        byte[] content = content(Objects.requireNonNull(response.getEntity()));
        return rendered(content, EntityTag.of(content), JSON, headers, groups, context);
    }

    private Rendered rendered(
            byte[] content,
            String tag,
            String mediaType,
            MultivaluedMap<String, Object> headers,
            CacheGroups groups,
            RoutingContext context) {
        headers.putSingle(CacheGroups.SURROGATE_KEY, groups.surrogateKeys());
        Optional<CacheKey> key = CacheKey.of(context.request().uri());
        // A request that only says the default is kept under the shorter name too, so it must have the same links.
        key.flatMap(known -> feeds.get().links(context.normalizedPath(), known.parameters()))
                .ifPresent(links -> headers.putSingle(HttpHeaders.LINK, joined(headers, links)));
        Rendered rendered = new Rendered(
                Coded.plain(content, tag, mediaType),
                mediaType,
                content.length < WORTH_COMPRESSING ? null : EntityTag.gzipped(tag),
                Head.of(named(headers)),
                Head.of(
                        HttpHeaders.LAST_MODIFIED,
                        HttpDate.format(groups.position().at())),
                groups);
        key.ifPresent(known -> cache.get().keep(known, rendered));
        return rendered;
    }

    /** In one line: what is kept has each header once. */
    private static String joined(MultivaluedMap<String, Object> headers, String links) {
        Object before = headers.getFirst(HttpHeaders.LINK);
        return before == null ? links : before + ", " + links;
    }

    /** What is the same for everybody who gets this answer. */
    private static Map<String, String> named(MultivaluedMap<String, Object> headers) {
        return SHARED.stream()
                .filter(headers::containsKey)
                .collect(Collectors.toMap(
                        name -> name, name -> headers.getFirst(name).toString()));
    }

    private static @Nullable LastModified lastModified(MultivaluedMap<String, Object> headers) {
        return headers.getFirst(HttpHeaders.LAST_MODIFIED) instanceof LastModified date ? date : null;
    }

    private static byte[] content(Object view) {
        if (view instanceof byte[] bytes) {
            return bytes;
        }
        return view instanceof Selected selected ? selected.bytes() : Json.bytes(view);
    }

    private static boolean isRead(ContainerRequestContext request) {
        return request.getMethod().equals(HttpMethod.GET) || request.getMethod().equals(HttpMethod.HEAD);
    }

    /** The desk has made its own from the thing's version; what only tells of a write has none made from its bytes. */
    private static @Nullable String tag(@Nullable Object own, boolean read, byte[] content) {
        if (own != null) {
            return own.toString();
        }
        return read ? EntityTag.of(content) : null;
    }
}
