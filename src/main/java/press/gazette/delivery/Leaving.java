package press.gazette.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

import press.gazette.json.Json;

/** The last step of every answer from a resource: JSON bytes, ETag, 304, gzip. */
@Singleton
final class Leaving {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    /** Below this, compression saves no packet. */
    private static final int WORTH_COMPRESSING = 1_024;

    private static final Annotation[] NONE = {};

    @ServerResponseFilter
    void leave(ContainerRequestContext request, ContainerResponseContext response) {
        Object view = response.getEntity();
        if (view == null) {
            return;
        }
        byte[] content = content(view);
        boolean gzip = content.length >= WORTH_COMPRESSING && acceptsGzip(request);
        MultivaluedMap<String, Object> headers = response.getHeaders();
        boolean read = response.getStatus() == OK && isRead(request);
        String tag = tag(headers.getFirst(HttpHeaders.ETAG), read, content);
        if (tag != null) {
            headers.putSingle(HttpHeaders.ETAG, gzip ? EntityTag.gzipped(tag) : tag);
        }
        if (read && tag != null && isCurrent(request, tag, headers.getFirst(HttpHeaders.LAST_MODIFIED))) {
            response.setStatus(NOT_MODIFIED);
            response.setEntity(null);
            return;
        }
        if (gzip) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        byte[] bytes = gzip ? gzip(content) : content;
        if (request.getMethod().equals(HttpMethod.HEAD)) {
            headers.putSingle(HttpHeaders.CONTENT_LENGTH, bytes.length);
        }
        response.setEntity(bytes, NONE, response.getMediaType());
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

    /** If-None-Match wins over If-Modified-Since (RFC 9110 §13.2.2). */
    private static boolean isCurrent(ContainerRequestContext request, String tag, @Nullable Object lastModified) {
        String ifNoneMatch = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (ifNoneMatch != null) {
            return EntityTag.matches(ifNoneMatch, tag);
        }
        String ifModifiedSince = request.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE);
        return ifModifiedSince != null
                && lastModified instanceof LastModified modified
                && modified.isNoLaterThan(ifModifiedSince);
    }

    /** Whether gzip is listed, by name or as {@code *}, with a weight above zero (RFC 9110 §12.5.3). */
    private static boolean acceptsGzip(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
        if (header == null) {
            return false;
        }
        boolean accepted = false;
        for (String coding : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = coding.strip().split("\\s*;\\s*", -1);
            boolean refused = parts.length > 1 && parts[1].matches("q=0(\\.0*)?");
            if (parts[0].equals("gzip")) {
                return !refused;
            }
            accepted |= parts[0].equals("*") && !refused;
        }
        return accepted;
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(content.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail", e);
        }
        return compressed.toByteArray();
    }
}
