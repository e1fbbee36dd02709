package press.gazette.delivery;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

import press.gazette.delivery.cache.CacheKey;
import press.gazette.delivery.cache.Coded;
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

    /** What is there leaves at once; nothing else needs to be known of the request. */
    private static final int FIRST = 11_000;

    /** Right behind {@link EveryAnswer}, which has admitted the request and set what all answers carry. */
    private static final int THIRD = 9_000;

    private static final int NOT_MODIFIED = 304;

    /** Everything else says with its address in which format it is. */
    private static final String NEGOTIATED = "/v1/";

    private static final CharSequence ETAG = HttpHeaders.createOptimized("ETag");
    private static final CharSequence LAST_MODIFIED = HttpHeaders.createOptimized("Last-Modified");
    private static final CharSequence CONTENT_TYPE = HttpHeaders.createOptimized("Content-Type");
    private static final CharSequence CONTENT_LENGTH = HttpHeaders.createOptimized("Content-Length");
    private static final CharSequence CONTENT_ENCODING = HttpHeaders.createOptimized("Content-Encoding");
    private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");

    private final RenderedCache cache;
    private final Admission admission;
    private final StandingHeaders standing;
    private final Problems problems;
    private final DeliveryConfig config;
    private final Clock clock;
    private final Map<String, Rendering> renderings = new ConcurrentHashMap<>();

    HotAnswers(
            RenderedCache cache,
            Admission admission,
            StandingHeaders standing,
            Problems problems,
            DeliveryConfig config,
            Clock clock) {
        this.cache = cache;
        this.admission = admission;
        this.standing = standing;
        this.problems = problems;
        this.config = config;
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        if (cache.isEnabled()) {
            filters.register(this::atOnce, FIRST);
            filters.register(this::filter, THIRD);
        }
    }

    /** Answers a request that is written as it is named; the URL of such a one is known to be in order. */
    private void atOnce(RoutingContext context) {
        HttpServerRequest request = context.request();
        Rendered answer = cache.answer(request.uri());
        if (answer != null && isPlain(request) && admission.takesHead(request)) {
            answer(context, answer);
        } else {
            context.next();
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

    /** What brings nothing that could make the answer another one. */
    private static boolean isPlain(HttpServerRequest request) {
        return (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD))
                && !request.headers().contains("Authorization")
                && hasNoContent(request)
                && (!request.uri().startsWith(NEGOTIATED)
                        || Negotiation.of(request).takesJson());
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
        MultiMap headers = response.headers().clear();
        standing.addTo(context, false);
        Negotiation negotiation = Negotiation.of(context.request());
        LastModified date = new LastModified(answer.groups().position().at(), clock.instant());
        Coded gzipped = answer.gzipped() != null && negotiation.acceptsGzip() ? answer.gzipped() : null;
        Coded content = gzipped == null ? answer.plain() : gzipped;
        answer.head().addTo(headers);
        headers.add(LAST_MODIFIED, date.isSettled() ? answer.date() : date.toString());
        headers.add(ETAG, content.tag());
        if (negotiation.hasCurrent(answer.plain().tag().toString(), date)) {
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
