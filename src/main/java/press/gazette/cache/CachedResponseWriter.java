package press.gazette.cache;

import java.time.Clock;
import java.util.Objects;

import jakarta.inject.Singleton;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

import press.gazette.response.LastModified;
import press.gazette.response.Negotiation;

/** Sends a cached response: 200 with its headers and content, compressed if the client accepts that, or 304. */
@Singleton
public final class CachedResponseWriter {

    private static final int NOT_MODIFIED = 304;

    /** Marks a stale response (RFC 9211). */
    private static final CharSequence CACHE_STATUS = HttpHeaders.createOptimized("Cache-Status");

    private static final CharSequence STALE =
            HttpHeaders.createOptimized("gazette; hit; detail=\"the ledger cannot be read\"");

    private final CacheFollower follower;
    private final DirectBuffers buffers;
    private final Clock clock;

    CachedResponseWriter(CacheFollower follower, DirectBuffers buffers, Clock clock) {
        this.follower = follower;
        this.buffers = buffers;
        this.clock = clock;
    }

    /** Responds to a request that has been admitted and counted. */
    public void write(Rendered cached, RoutingContext context) {
        Negotiation negotiation = Negotiation.of(context.request());
        EncodedContent content = cached.coded(negotiation.acceptsGzip());
        if (content == null) {
            context.vertx()
                    .executeBlocking(() -> compressed(cached), false)
                    .onSuccess(compressed -> write(cached, compressed, negotiation, context))
                    .onFailure(context::fail);
        } else {
            write(cached, content, negotiation, context);
        }
    }

    private static EncodedContent compressed(Rendered cached) {
        cached.compress();
        return Objects.requireNonNull(cached.coded(true));
    }

    private void write(Rendered cached, EncodedContent content, Negotiation negotiation, RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        MultiMap headers = response.headers();
        LastModified date = new LastModified(cached.groups().position().at(), clock.instant());
        cached.head().addTo(headers);
        if (follower.stuckSince() != null) {
            headers.add(CACHE_STATUS, STALE);
        }
        date.header(cached.date()).addTo(headers);
        content.validator().addTo(headers);
        if (negotiation.hasCurrent(cached.plain().tag(), date)) {
            response.setStatusCode(NOT_MODIFIED).end();
            return;
        }
        content.description().addTo(headers);
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(buffers.of(content.bytes()));
        }
    }
}
