package press.gazette.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import press.gazette.delivery.cache.CacheFollower;
import press.gazette.delivery.cache.CacheKey;
import press.gazette.delivery.cache.Rendered;
import press.gazette.delivery.cache.RenderedCache;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/**
 * Gives out what has been rendered, on the event loop: no worker thread, no statement. Of many who ask for the same thing
 * that has not been rendered, the first goes on and the others wait for what comes of it.
 */
@Singleton
final class HotAnswers {

    /** Right behind {@link EveryAnswer}, which has admitted the request and set what all answers carry. */
    private static final int THIRD = 9_000;

    /** Everything else says with its address in which format it is. */
    private static final String NEGOTIATED = "/v1/";

    private final RenderedCache cache;
    private final CacheFollower follower;
    private final Giving giving;
    private final Problems problems;
    private final DeliveryConfig config;
    private final Counter hits;
    private final Counter misses;
    private final Map<String, Awaited> renderings = new ConcurrentHashMap<>();

    HotAnswers(
            RenderedCache cache,
            CacheFollower follower,
            Giving giving,
            Problems problems,
            DeliveryConfig config,
            MeterRegistry metrics) {
        this.cache = cache;
        this.follower = follower;
        this.giving = giving;
        this.problems = problems;
        this.config = config;
        this.hits = requests(metrics, "hit");
        this.misses = requests(metrics, "miss");
    }

    /** Cacheable requests, by whether the cache had the response. */
    static Counter requests(MeterRegistry metrics, String outcome) {
        return metrics.counter("gazette.cache.requests", "outcome", outcome);
    }

    void register(@Observes Filters filters) {
        if (cache.isEnabled()) {
            filters.register(this::filter, THIRD);
        }
    }

    private void filter(RoutingContext context) {
        CacheKey key = isPlain(context.request())
                ? CacheKey.of(context.request().uri()).orElse(null)
                : null;
        if (key == null) {
            context.next();
            return;
        }
        Rendered answer = cache.answer(key);
        if (answer != null && follower.isTrusted()) {
            hits.increment();
            giving.give(answer, context);
        } else {
            render(context, key);
        }
    }

    /** What brings nothing that could make the answer another one. */
    static boolean isPlain(HttpServerRequest request) {
        return (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD))
                && !request.headers().contains("Authorization")
                && hasNoContent(request)
                && (!isNegotiated(request.uri()) || Negotiation.of(request).takesJson());
    }

    /** Whether it depends on Accept what comes, or that anything does. */
    static boolean isNegotiated(String target) {
        return target.startsWith(NEGOTIATED);
    }

    /** Some clients say so of every GET. */
    private static boolean hasNoContent(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return (length == null || length.equals("0")) && !request.headers().contains("Transfer-Encoding");
    }

    /** Goes on to have it rendered, or waits for whoever does so already. */
    private void render(RoutingContext context, CacheKey key) {
        Awaited own = new Awaited();
        Awaited ahead = renderings.putIfAbsent(key.exact(), own);
        if (ahead == null) {
            misses.increment();
            context.addEndHandler(ended -> {
                renderings.remove(key.exact(), own);
                own.end();
            });
            context.next();
            return;
        }
        context.request().pause();
        ahead.await(
                context.vertx(),
                config.renderDeadline(),
                () -> {
                    Rendered answer = cache.answer(key);
                    (answer == null ? misses : hits).increment();
                    if (answer != null) {
                        giving.give(answer, context);
                    } else {
                        context.request().resume();
                        context.next();
                    }
                },
                () -> problems.end(
                        context, Problem.of(ProblemType.UNAVAILABLE, "The answer takes too long to make right now.")));
    }
}
