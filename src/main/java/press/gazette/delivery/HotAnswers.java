package press.gazette.delivery;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

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
    private static final int SECOND = 9_000;

    private static final int NOT_MODIFIED = 304;

    private final RenderedCache cache;
    private final Problems problems;
    private final DeliveryConfig config;
    private final Clock clock;
    private final Map<String, Rendering> renderings = new ConcurrentHashMap<>();

    HotAnswers(RenderedCache cache, Problems problems, DeliveryConfig config, Clock clock) {
        this.cache = cache;
        this.problems = problems;
        this.config = config;
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        if (cache.isEnabled()) {
            filters.register(this::filter, SECOND);
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
        if (answer != null) {
            answer(context, answer);
        } else {
            render(context, key);
        }
    }

    /** What reads JSON and brings nothing that could make the answer another one. */
    private static boolean isPlain(HttpServerRequest request) {
        return (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD))
                && !request.headers().contains("Authorization")
                && hasNoContent(request)
                && new Negotiation(request::getHeader).takesJson();
    }

    /** Some clients say so of every GET. */
    private static boolean hasNoContent(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return (length == null || length.equals("0")) && !request.headers().contains("Transfer-Encoding");
    }

    /** Goes on to have it rendered, or waits for whoever does so already. */
    private void render(RoutingContext context, CacheKey key) {
        Rendering own = new Rendering();
        Rendering ahead = renderings.putIfAbsent(key.exact(), own);
        if (ahead == null) {
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
                    if (answer != null) {
                        answer(context, answer);
                    } else {
                        context.request().resume();
                        context.next();
                    }
                },
                () -> problems.end(
                        context, Problem.of(ProblemType.UNAVAILABLE, "The answer takes too long to make right now.")));
    }

    private void answer(RoutingContext context, Rendered answer) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        Negotiation negotiation = new Negotiation(context.request()::getHeader);
        LastModified date = new LastModified(answer.groups().position().at(), clock.instant());
        Buffer gzipped = negotiation.acceptsGzip() ? answer.gzipped() : null;
        answer.headers().forEach(response::putHeader);
        response.putHeader("Last-Modified", date.toString());
        response.putHeader("ETag", gzipped == null ? answer.tag() : EntityTag.gzipped(answer.tag()));
        if (negotiation.hasCurrent(answer.tag(), date)) {
            response.setStatusCode(NOT_MODIFIED).end();
            return;
        }
        response.putHeader("Content-Type", "application/json;charset=UTF-8");
        if (gzipped != null) {
            response.putHeader("Content-Encoding", "gzip");
        }
        Buffer bytes = gzipped == null ? answer.content() : gzipped;
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.putHeader("Content-Length", Integer.toString(bytes.length()))
                    .end();
        } else {
            response.end(bytes);
        }
    }
}
