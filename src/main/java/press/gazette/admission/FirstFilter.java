package press.gazette.admission;

import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

import press.gazette.admission.limit.RateLimits;
import press.gazette.admission.resource.AllowedMethods;
import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.ResourceKinds;
import press.gazette.admission.stage.Stage;
import press.gazette.database.DatabaseFailure;
import press.gazette.database.Pulse;
import press.gazette.database.Storage;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;
import press.gazette.response.CommonHeaders;
import press.gazette.response.Problems;
import press.gazette.response.TraceId;

/**
 * Handles every request before it is routed: finds the kind of its resource, sets the common headers, lets {@link Admission} and
 * {@link AllowedMethods} reject it. Also turns the failures of the router into problems. Pages of other sites may read everything
 * but the desk, whose responses are never cached.
 */
@Singleton
final class FirstFilter {

    /** Before every other route. It is no stage: requests pass it only when they fail. */
    private static final int FAILURES = -10_000;

    private static final String PREFLIGHT_SECONDS = "86400";

    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    private static final int BAD_REQUEST = 400;

    /** A media range (RFC 9110 §12.5.1), with any parameters. */
    private static final Pattern MEDIA_RANGE = Pattern.compile("[\\w!#$&^.+*-]+/[\\w!#$&^.+*-]+(\\s*;.*)?");

    /** A media type that no resource has: REST responds with 406. */
    private static final String NOTHING_READABLE = "unreadable/unreadable";

    private static final Logger LOG = Logger.getLogger(FirstFilter.class);

    private final Problems problems;
    private final Admission admission;

    /** Both are built from all resources when a request first needs them, not at the start. */
    private final Provider<ResourceKinds> kinds;

    private final Provider<AllowedMethods> allowed;

    private final CommonHeaders commonHeaders;
    private final RateLimits rates;
    private final Storage storage;

    FirstFilter(
            Problems problems,
            Admission admission,
            Provider<ResourceKinds> kinds,
            Provider<AllowedMethods> allowed,
            CommonHeaders commonHeaders,
            RateLimits rates,
            Storage storage) {
        this.problems = problems;
        this.admission = admission;
        this.kinds = kinds;
        this.allowed = allowed;
        this.commonHeaders = commonHeaders;
        this.rates = rates;
        this.storage = storage;
    }

    void register(@Observes Filters filters) {
        Stage.FIRST_FILTER.register(filters, this::begin);
        Stage.ADMISSION.register(filters, this::admit);
    }

    /** Failures of the router reach no resource and no exception mapper. */
    void register(@Observes Router router) {
        router.errorHandler(400, context -> problems.end(context, ofStatus(BAD_REQUEST)));
        router.errorHandler(404, context -> problems.end(context, ofStatus(404)));
        router.errorHandler(405, context -> problems.end(context, ofStatus(405)));
        router.errorHandler(413, context -> problems.end(context, ofStatus(413)));
        router.route().order(FAILURES).failureHandler(this::failed);
    }

    private void begin(RoutingContext context) {
        kinds.get().find(context);
        setHeaders(context);
        context.next();
    }

    private void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<Problem> refusal = admission.refusal(request);
        if (refusal.isPresent()) {
            problems.endForGood(context, refusal.get());
        } else if (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD)) {
            dropUnreadableTypes(request.headers());
            context.next();
        } else if (!isDesk(context) && isPreflight(request)) {
            MultiMap headers = context.response().headers();
            headers.set("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
            headers.set(
                    "Access-Control-Allow-Headers",
                    "Accept, Content-Type, Gazette-Seq, If-Modified-Since, If-None-Match, traceparent");
            headers.set("Access-Control-Max-Age", PREFLIGHT_SECONDS);
            context.response().setStatusCode(NO_CONTENT).end();
        } else {
            filterMethod(context);
        }
    }

    /** Removes the Content-Type of a read, and malformed media types from Accept: the framework fails on both. */
    private static void dropUnreadableTypes(MultiMap headers) {
        headers.remove("Content-Type");
        if (!headers.contains("Accept")) {
            return;
        }
        String given = String.join(",", headers.getAll("Accept"));
        String readable = Arrays.stream(given.split(",", -1))
                .map(String::strip)
                .filter(MEDIA_RANGE.asMatchPredicate())
                .collect(Collectors.joining(", "));
        if (given.isBlank()) {
            headers.remove("Accept");
        } else {
            headers.set("Accept", readable.isEmpty() ? NOTHING_READABLE : readable);
        }
    }

    /** Responds to OPTIONS, and rejects methods that an address does not have. */
    private void filterMethod(RoutingContext context) {
        SortedSet<String> methods = allowed.get().of(context.normalizedPath());
        String method = context.request().method().name();
        if (methods.isEmpty()) {
            problems.end(context, ofStatus(404));
        } else if (!methods.contains(method)) {
            context.response().putHeader("Allow", String.join(", ", methods));
            problems.end(context, ofStatus(405));
        } else if (method.equals("OPTIONS")) {
            context.response().putHeader("Allow", String.join(", ", methods)).end();
        } else {
            context.next();
        }
    }

    /** Ends a request that failed outside of REST. One that the router cannot read has passed no filter before. */
    private void failed(RoutingContext context) {
        kinds.get().find(context);
        setHeaders(context);
        int status = context.statusCode();
        boolean unwritable = context.failure() != null && storage.isCauseOf(context.failure());
        if (!isRefusal(status) && !unwritable) {
            LOG.errorf(
                    context.failure(),
                    "A request failed; traceId=%s path=%s",
                    TraceId.of(context),
                    context.request().path());
        }
        problems.end(
                context,
                rates.countForNow(context)
                        .or(() -> admission.refusal(context.request()))
                        .orElseGet(() -> problemOf(context)));
    }

    private static Problem problemOf(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure != null && DatabaseFailure.isOfStorage(failure)) {
            return Problem.of(ProblemType.UNAVAILABLE, Storage.REFUSAL);
        }
        return failure != null && DatabaseFailure.isCauseOf(failure)
                ? Problem.of(ProblemType.UNAVAILABLE, Pulse.REFUSAL)
                : ofStatus(context.statusCode());
    }

    private static boolean isRefusal(int status) {
        return status >= BAD_REQUEST && status < Problems.SERVER_ERROR;
    }

    private static Problem ofStatus(int status) {
        return switch (status) {
            case BAD_REQUEST -> Problem.of(ProblemType.MALFORMED_REQUEST, "The request cannot be read.");
            case 404 -> Problem.of(ProblemType.NOT_FOUND, "There is nothing at this address.");
            case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This resource does not have this method.");
            case 413 -> Problem.of(ProblemType.CONTENT_TOO_LARGE, "The request's content is too large.");
            default ->
                isRefusal(status)
                        ? ofStatus(BAD_REQUEST)
                        : Problem.of(ProblemType.INTERNAL_ERROR, "The server failed to respond to this request.");
        };
    }

    private void setHeaders(RoutingContext context) {
        MultiMap headers = context.response().headers();
        boolean desk = isDesk(context);
        context.addHeadersEndHandler(sent -> dropContentType(context.response()));
        // A failed request comes here a second time.
        headers.clear();
        commonHeaders.addTo(context, desk);
        if (desk) {
            context.addHeadersEndHandler(sent -> headers.set("Cache-Control", "no-store"));
        }
    }

    /** A 304 has no content, hence no Content-Type (RFC 9110 §15.4.5). */
    private static void dropContentType(HttpServerResponse response) {
        if (response.getStatusCode() == NOT_MODIFIED) {
            response.headers().remove("Content-Type");
        }
    }

    private static boolean isDesk(RoutingContext context) {
        return ResourceKinds.of(context) == Kind.DESK;
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains("Origin")
                && request.headers().contains("Access-Control-Request-Method");
    }
}
