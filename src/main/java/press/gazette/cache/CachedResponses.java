package press.gazette.cache;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import press.gazette.admission.deadline.Pending;
import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.ResourceKinds;
import press.gazette.admission.stage.Stage;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;
import press.gazette.response.Entitlement;
import press.gazette.response.Negotiation;
import press.gazette.response.Problems;

/**
 * Serves cached responses on the event loop, without a worker thread or a statement. Of several requests for the same response
 * that is not cached, the first renders it and the others wait.
 */
@Singleton
public final class CachedResponses {

    private final RenderedCache cache;
    private final CacheFollower follower;
    private final CachedResponseWriter writer;
    private final Problems problems;
    private final CacheConfig config;
    private final Counter hits;
    private final Counter misses;
    private final Map<String, Pending> renderings = new ConcurrentHashMap<>();

    CachedResponses(
            RenderedCache cache,
            CacheFollower follower,
            CachedResponseWriter writer,
            Problems problems,
            CacheConfig config,
            MeterRegistry metrics) {
        this.cache = cache;
        this.follower = follower;
        this.writer = writer;
        this.problems = problems;
        this.config = config;
        this.hits = requests(metrics, "hit");
        this.misses = requests(metrics, "miss");
    }

    /** Cacheable requests, by whether the cache had the response. */
    public static Counter requests(MeterRegistry metrics, String outcome) {
        return metrics.counter("gazette.cache.requests", "outcome", outcome);
    }

    void register(@Observes Filters filters) {
        if (cache.isEnabled()) {
            Stage.CACHED_RESPONSES.register(filters, this::filter);
            Stage.ENTITLED_RESPONSES.register(filters, this::filterKeyed);
        }
    }

    /** Requests with a key come here; {@link #filter} has let them pass. */
    private void filterKeyed(RoutingContext context) {
        if (context.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            filter(context);
        } else {
            context.next();
        }
    }

    private void filter(RoutingContext context) {
        CacheKey key = isPlain(context)
                ? CacheKey.of(context.request().uri(), ResourceKinds.of(context), Entitlement.of(context))
                        .orElse(null)
                : null;
        if (key == null) {
            context.next();
            return;
        }
        Rendered cached = cache.get(key);
        if (cached != null && follower.isTrusted()) {
            hits.increment();
            writer.write(cached, context);
        } else {
            render(context, key);
        }
    }

    /** True if the request is a plain GET or HEAD whose response depends on the URL and the entitlement alone. */
    public static boolean isPlain(RoutingContext context) {
        HttpServerRequest request = context.request();
        Kind kind = ResourceKinds.of(context);
        return (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD))
                && Entitlement.isKnown(context)
                && hasNoContent(request)
                && (kind == null
                        || !kind.isNegotiated()
                        || Negotiation.of(request).takesJson());
    }

    /** True if the request has no content. Some clients send Content-Length: 0 with every GET. */
    private static boolean hasNoContent(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return (length == null || length.equals("0")) && !request.headers().contains("Transfer-Encoding");
    }

    /** Lets the request render the response, or waits if another request already does. */
    private void render(RoutingContext context, CacheKey key) {
        Pending own = new Pending();
        Pending ahead = renderings.putIfAbsent(key.exact(), own);
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
                    Rendered cached = cache.get(key);
                    (cached == null ? misses : hits).increment();
                    if (cached != null) {
                        writer.write(cached, context);
                    } else {
                        context.request().resume();
                        context.next();
                    }
                },
                () -> problems.end(
                        context,
                        Problem.of(ProblemType.UNAVAILABLE, "The response takes too long to make right now.")));
    }
}
