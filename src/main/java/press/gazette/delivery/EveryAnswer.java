package press.gazette.delivery;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import press.gazette.json.Json;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/**
 * What holds for every request, whoever answers it: the headers that all answers carry, open cross-origin reading, and the
 * bounds on URLs and headers that are checked before anything is routed. The desk is for tools with keys, not for other
 * sites' pages, and no answer of its is kept by anyone.
 */
@Singleton
final class EveryAnswer {

    /** Before all other filters. */
    private static final int FIRST = 10_000;

    private static final String PREFLIGHT_SECONDS = "86400";

    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final Problems problems;
    private final DeliveryConfig config;
    private final Clock clock;

    EveryAnswer(Problems problems, DeliveryConfig config, Clock clock) {
        this.problems = problems;
        this.config = config;
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, FIRST);
    }

    /** What the router itself refuses never reaches a resource or its mappers. */
    void register(@Observes Router router) {
        router.errorHandler(
                400, request -> refuse(request, ProblemType.MALFORMED_REQUEST, "The request cannot be read."));
        router.errorHandler(
                404, request -> refuse(request, ProblemType.NOT_FOUND, "There is nothing at this address."));
        router.errorHandler(
                405,
                request -> refuse(request, ProblemType.METHOD_NOT_ALLOWED, "This resource does not have this method."));
        router.errorHandler(
                413, request -> refuse(request, ProblemType.CONTENT_TOO_LARGE, "The request's content is too large."));
    }

    private void filter(RoutingContext context) {
        HttpServerRequest request = context.request();
        MultiMap headers = context.response().headers();
        context.addHeadersEndHandler(sent -> dropContentType(context.response()));
        headers.set("Date", HttpDate.format(clock.instant()));
        headers.set(TraceId.HEADER, TraceId.of(context));
        headers.set("Vary", "Accept-Encoding");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        boolean desk = RequestTarget.isDesk(context.normalizedPath());
        if (desk) {
            context.addHeadersEndHandler(sent -> headers.set("Cache-Control", "no-store"));
        } else {
            headers.set("Access-Control-Allow-Origin", "*");
            headers.set("Access-Control-Expose-Headers", "ETag, Last-Modified, Link, Location, Retry-After, Trace-Id");
        }
        Optional<String> fault = RequestTarget.fault(request.uri());
        if (request.uri().length() > config.maxUrlLength()) {
            refuse(
                    context,
                    ProblemType.URI_TOO_LONG,
                    "The URL is longer than " + config.maxUrlLength() + " characters.");
        } else if (size(request.headers()) > config.maxHeadersSize()) {
            refuse(
                    context,
                    ProblemType.HEADERS_TOO_LARGE,
                    "The headers are larger than " + config.maxHeadersSize() + " characters.");
        } else if (fault.isPresent()) {
            refuse(context, ProblemType.MALFORMED_REQUEST, fault.get());
        } else if (!desk && isPreflight(request)) {
            headers.set("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
            headers.set("Access-Control-Allow-Headers", "Accept, If-Modified-Since, If-None-Match, traceparent");
            headers.set("Access-Control-Max-Age", PREFLIGHT_SECONDS);
            context.response().setStatusCode(NO_CONTENT).end();
        } else {
            context.next();
        }
    }

    /** A 304 tells nothing of a content that it does not have (RFC 9110 §15.4.5). */
    private static void dropContentType(HttpServerResponse response) {
        if (response.getStatusCode() == NOT_MODIFIED) {
            response.headers().remove("Content-Type");
        }
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains("Origin")
                && request.headers().contains("Access-Control-Request-Method");
    }

    private static long size(MultiMap headers) {
        long size = 0;
        for (Map.Entry<String, String> header : headers) {
            size += header.getKey().length() + header.getValue().length();
        }
        return size;
    }

    private void refuse(RoutingContext context, ProblemType type, String detail) {
        if (context.response().ended()) {
            return;
        }
        context.response()
                .setStatusCode(Problems.status(type))
                .putHeader("Content-Type", Problems.MEDIA_TYPE)
                .putHeader("Cache-Control", Problems.cacheControl(type))
                .end(Buffer.buffer(Json.bytes(problems.view(Problem.of(type, detail), context))));
    }
}
