package press.gazette.delivery;

import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.PathPart;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.ResourceKinds;
import press.gazette.admission.stage.Stage;
import press.gazette.cache.CacheGroups;
import press.gazette.cache.CacheKey;
import press.gazette.cache.EncodedContent;
import press.gazette.cache.Gzip;
import press.gazette.cache.ReadYourWrites;
import press.gazette.cache.Rendered;
import press.gazette.cache.RenderedCache;
import press.gazette.json.Json;
import press.gazette.response.Entitlement;
import press.gazette.response.EntityTag;
import press.gazette.response.HttpDate;
import press.gazette.response.LastModified;
import press.gazette.response.Negotiation;
import press.gazette.response.PreparedHeaders;

/** The last step of every response of a resource: JSON bytes, ETag, 304, gzip. */
@Singleton
final class ResponseFilter {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    /** Below this, compression saves no packet. */
    private static final int WORTH_COMPRESSING = 1_024;

    private static final Annotation[] NONE = {};

    /** The media type in the form of REST. */
    private static final String JSON = MediaType.APPLICATION_JSON_TYPE
            .withCharset(StandardCharsets.UTF_8.name())
            .toString();

    private static final List<String> SHARED = List.of(
            HttpHeaders.CACHE_CONTROL,
            HttpHeaders.LINK,
            CacheGroups.HEADER,
            CacheGroups.SURROGATE_KEY,
            ReadYourWrites.HEADER,
            Delivery.CONTENT_SECURITY_POLICY,
            Delivery.REFERRER_POLICY,
            Delivery.ROBOTS);

    /** Filters are created before the settings. */
    private final Provider<RenderedCache> cache;

    private final Instance<AlternateLinks> alternates;

    ResponseFilter(Provider<RenderedCache> cache, Instance<AlternateLinks> alternates) {
        this.cache = cache;
        this.alternates = alternates;
    }

    @ServerResponseFilter(priority = Stage.Order.RESPONSE_FILTER)
    void leave(ContainerRequestContext request, ContainerResponseContext response, RoutingContext context) {
        Object view = response.getEntity();
        if (view == null || view instanceof PathPart || view instanceof StreamingOutput) {
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

    /** Renders a response that depends on the ledger, and stores it in the cache if its kind allows. */
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
        headers.putSingle(ReadYourWrites.HEADER, groups.position().seq());
        Kind kind = ResourceKinds.of(context);
        Optional<CacheKey> key = CacheKey.of(context.request().uri(), kind, Entitlement.of(context));
        // The response is stored under the brief key too, so its links must not depend on parameters with defaults.
        key.ifPresent(known -> alternates.stream()
                .flatMap(each -> each.links(context.normalizedPath(), known.parameters()).stream())
                .forEach(links -> headers.putSingle(HttpHeaders.LINK, joined(headers, links))));
        Rendered rendered = new Rendered(
                EncodedContent.plain(content, tag, mediaType),
                mediaType,
                content.length < WORTH_COMPRESSING ? null : EntityTag.gzipped(tag),
                PreparedHeaders.of(named(headers)),
                PreparedHeaders.of(
                        HttpHeaders.LAST_MODIFIED,
                        HttpDate.format(groups.position().at())),
                groups,
                kind != null && kind.isNegotiated());
        key.ifPresent(known -> cache.get().store(known, rendered));
        return rendered;
    }

    /** Joins links in one line: a cached response has each header once. */
    private static String joined(MultivaluedMap<String, Object> headers, String links) {
        Object before = headers.getFirst(HttpHeaders.LINK);
        return before == null ? links : before + ", " + links;
    }

    /** The headers that are the same for all clients. */
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

    /**
     * The ETag: the desk's own, made from the version; else made from the bytes of a read. The response to a write has no
     * other.
     */
    private static @Nullable String tag(@Nullable Object own, boolean read, byte[] content) {
        if (own != null) {
            return own.toString();
        }
        return read ? EntityTag.of(content) : null;
    }
}
