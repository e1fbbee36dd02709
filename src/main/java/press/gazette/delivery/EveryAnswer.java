package press.gazette.delivery;

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

import press.gazette.database.Loss;
import press.gazette.database.Storage;
import press.gazette.delivery.admission.Admission;
import press.gazette.delivery.admission.AllowedMethods;
import press.gazette.delivery.admission.RequestTarget;
import press.gazette.delivery.limit.RateLimits;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/**
 * What holds for every request, whoever answers it: the headers that all answers carry, open cross-origin reading, what
 * {@link Admission} and {@link AllowedMethods} refuse before anything is routed, and problems for what the router refuses.
 * The desk is for tools with keys, not for other sites' pages, and no answer of its is kept by anyone.
 */
@Singleton
final class EveryAnswer {

    /** Before all other filters but for what {@link HotAnswers} can answer at once. */
    private static final int FIRST = 10_000;

    /** Behind {@link Limits}, which counts every request, rejected ones included. */
    private static final int THIRD = 9_600;

    private static final String PREFLIGHT_SECONDS = "86400";

    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    private static final int BAD_REQUEST = 400;

    /** RFC 9110 §12.5.1, as far as it matters which types are meant. */
    private static final Pattern MEDIA_RANGE = Pattern.compile("[\\w!#$&^.+*-]+/[\\w!#$&^.+*-]+(\\s*;.*)?");

    /** A type that nothing has. */
    private static final String NOTHING_READABLE = "unreadable/unreadable";

    private static final Logger LOG = Logger.getLogger(EveryAnswer.class);

    private final Problems problems;
    private final Admission admission;

    /** Made when the first request asks for it, since it reads all resources. */
    private final Provider<AllowedMethods> allowed;

    private final StandingHeaders standing;
    private final RateLimits rates;
    private final Storage storage;

    EveryAnswer(
            Problems problems,
            Admission admission,
            Provider<AllowedMethods> allowed,
            StandingHeaders standing,
            RateLimits rates,
            Storage storage) {
        this.problems = problems;
        this.admission = admission;
        this.allowed = allowed;
        this.standing = standing;
        this.rates = rates;
        this.storage = storage;
    }

    void register(@Observes Filters filters) {
        filters.register(this::begin, FIRST);
        filters.register(this::admit, THIRD);
    }

    /** What the router itself refuses never reaches a resource or its mappers. */
    void register(@Observes Router router) {
        router.errorHandler(400, context -> problems.end(context, ofStatus(BAD_REQUEST)));
        router.errorHandler(404, context -> problems.end(context, ofStatus(404)));
        router.errorHandler(405, context -> problems.end(context, ofStatus(405)));
        router.errorHandler(413, context -> problems.end(context, ofStatus(413)));
        router.route().order(-FIRST).failureHandler(this::failed);
    }

    private void begin(RoutingContext context) {
        setHeaders(context);
        context.next();
    }

    private void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<Problem> refusal = admission.refusal(request);
        if (refusal.isPresent()) {
            problems.endForGood(context, refusal.get());
        } else if (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD)) {
            forgetWhatSaysNothing(request.headers());
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

    /** The type of content that a read does not have, and types that are none: the framework would stumble over either. */
    private static void forgetWhatSaysNothing(MultiMap headers) {
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

    /** Answers OPTIONS, and methods that an address does not have; neither needs to be routed. */
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

    /** Answers what fails outside of all resources; a request that the router cannot take has passed no filter before. */
    private void failed(RoutingContext context) {
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
        if (failure != null && Loss.isOfStorage(failure)) {
            return Problem.of(ProblemType.UNAVAILABLE, Storage.REFUSAL);
        }
        return failure != null && Loss.isCauseOf(failure)
                ? Problem.of(ProblemType.UNAVAILABLE, "The database does not answer.")
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
                        : Problem.of(ProblemType.INTERNAL_ERROR, "The server failed to answer this request.");
        };
    }

    private void setHeaders(RoutingContext context) {
        MultiMap headers = context.response().headers();
        boolean desk = isDesk(context);
        context.addHeadersEndHandler(sent -> dropContentType(context.response()));
        // What fails comes here a second time.
        headers.clear();
        standing.addTo(context, desk);
        if (desk) {
            context.addHeadersEndHandler(sent -> headers.set("Cache-Control", "no-store"));
        }
    }

    /** A 304 tells nothing of a content that it does not have (RFC 9110 §15.4.5). */
    private static void dropContentType(HttpServerResponse response) {
        if (response.getStatusCode() == NOT_MODIFIED) {
            response.headers().remove("Content-Type");
        }
    }

    /** What cannot be read as an address leads nowhere, and the router would fail over it. */
    private static boolean isDesk(RoutingContext context) {
        return RequestTarget.fault(context.request().uri()).isEmpty() && RequestTarget.isDesk(context.normalizedPath());
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains("Origin")
                && request.headers().contains("Access-Control-Request-Method");
    }
}
