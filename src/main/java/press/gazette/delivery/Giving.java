package press.gazette.delivery;

import java.time.Clock;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

import press.gazette.delivery.cache.CacheFollower;
import press.gazette.delivery.cache.Coded;
import press.gazette.delivery.cache.Rendered;
import press.gazette.delivery.limit.RateLimits;
import press.gazette.problem.Problem;

/** Gives out what has been rendered: all its headers, in the coding that the client takes, or the news that it is the same. */
@Singleton
final class Giving {

    private static final int NOT_MODIFIED = 304;

    private static final CharSequence ETAG = HttpHeaders.createOptimized("ETag");
    private static final CharSequence LAST_MODIFIED = HttpHeaders.createOptimized("Last-Modified");
    private static final CharSequence CONTENT_TYPE = HttpHeaders.createOptimized("Content-Type");
    private static final CharSequence CONTENT_LENGTH = HttpHeaders.createOptimized("Content-Length");
    private static final CharSequence CONTENT_ENCODING = HttpHeaders.createOptimized("Content-Encoding");
    private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");

    /** How an answer says that it may not be the latest (RFC 9211). */
    private static final CharSequence CACHE_STATUS = HttpHeaders.createOptimized("Cache-Status");

    private static final CharSequence STALE =
            HttpHeaders.createOptimized("gazette; hit; detail=\"the ledger cannot be read\"");

    private final CacheFollower follower;
    private final StandingHeaders standing;
    private final RateLimits rates;
    private final Problems problems;
    private final Clock clock;

    Giving(CacheFollower follower, StandingHeaders standing, RateLimits rates, Problems problems, Clock clock) {
        this.follower = follower;
        this.standing = standing;
        this.rates = rates;
        this.problems = problems;
        this.clock = clock;
    }

    /** To a request that nobody has looked at yet. */
    void atOnce(Rendered answer, RoutingContext context) {
        standing.addTo(context, false);
        boolean current = isCurrent(answer, context);
        Optional<Problem> refusal = current ? Optional.empty() : rates.count(context);
        if (refusal.isPresent()) {
            problems.end(context, refusal.get());
        } else {
            give(answer, current, context);
        }
    }

    /** To one that has been let in, and counted. */
    void give(Rendered answer, RoutingContext context) {
        HttpServerResponse response = context.response();
        if (!response.ended() && !response.closed()) {
            give(answer, isCurrent(answer, context), context);
        }
    }

    private boolean isCurrent(Rendered answer, RoutingContext context) {
        return Negotiation.of(context.request()).hasCurrent(answer.plain().tag().toString(), date(answer));
    }

    private LastModified date(Rendered answer) {
        return new LastModified(answer.groups().position().at(), clock.instant());
    }

    private void give(Rendered answer, boolean current, RoutingContext context) {
        HttpServerResponse response = context.response();
        MultiMap headers = response.headers();
        Coded gzipped = Negotiation.of(context.request()).acceptsGzip() ? answer.gzipped() : null;
        Coded content = gzipped == null ? answer.plain() : gzipped;
        LastModified date = date(answer);
        answer.head().addTo(headers);
        if (follower.stuckSince() != null) {
            headers.add(CACHE_STATUS, STALE);
        }
        headers.add(LAST_MODIFIED, date.isSettled() ? answer.date() : date.toString());
        headers.add(ETAG, content.tag());
        if (current) {
            response.setStatusCode(NOT_MODIFIED).end();
            return;
        }
        headers.add(CONTENT_TYPE, answer.mediaType());
        if (gzipped != null) {
            headers.add(CONTENT_ENCODING, GZIP);
        }
        headers.add(CONTENT_LENGTH, content.length());
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(content.bytes());
        }
    }
}
