package press.gazette.delivery;

import java.time.Clock;
import java.util.Objects;

import jakarta.inject.Singleton;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

import press.gazette.delivery.cache.CacheFollower;
import press.gazette.delivery.cache.Coded;
import press.gazette.delivery.cache.Rendered;

/** Gives out what has been rendered: all its headers, in the coding that the client takes, or the news that it is the same. */
@Singleton
final class Giving {

    private static final int NOT_MODIFIED = 304;

    /** How an answer says that it may not be the latest (RFC 9211). */
    private static final CharSequence CACHE_STATUS = HttpHeaders.createOptimized("Cache-Status");

    private static final CharSequence STALE =
            HttpHeaders.createOptimized("gazette; hit; detail=\"the ledger cannot be read\"");

    private final CacheFollower follower;
    private final Clock clock;

    Giving(CacheFollower follower, Clock clock) {
        this.follower = follower;
        this.clock = clock;
    }

    /** To a request that has been let in, and counted. */
    void give(Rendered answer, RoutingContext context) {
        Negotiation negotiation = Negotiation.of(context.request());
        Coded content = answer.coded(negotiation.acceptsGzip());
        if (content == null) {
            context.vertx()
                    .executeBlocking(() -> compressed(answer), false)
                    .onSuccess(compressed -> give(answer, compressed, negotiation, context))
                    .onFailure(context::fail);
        } else {
            give(answer, content, negotiation, context);
        }
    }

    private static Coded compressed(Rendered answer) {
        answer.compress();
        return Objects.requireNonNull(answer.coded(true));
    }

    private void give(Rendered answer, Coded content, Negotiation negotiation, RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        MultiMap headers = response.headers();
        LastModified date = new LastModified(answer.groups().position().at(), clock.instant());
        answer.head().addTo(headers);
        if (follower.stuckSince() != null) {
            headers.add(CACHE_STATUS, STALE);
        }
        date.header(answer.date()).addTo(headers);
        content.validator().addTo(headers);
        if (negotiation.hasCurrent(answer.plain().tag(), date)) {
            response.setStatusCode(NOT_MODIFIED).end();
            return;
        }
        content.description().addTo(headers);
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(content.buffer());
        }
    }
}
