package press.gazette.response;

import java.util.Map;

import jakarta.inject.Singleton;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

import press.gazette.address.RequestTarget;
import press.gazette.json.Json;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/** The status, address and JSON of every kind of problem. */
@Singleton
public class Problems {

    /** The media type of problem details (RFC 9457 §6.1). */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The value of WWW-Authenticate. The scheme alone is not enough (RFC 6750 §3). */
    public static final String CHALLENGE = "Bearer realm=\"Gazette\"";

    /** The same in the response to a key or token that is not valid. */
    public static final String INVALID_TOKEN = CHALLENGE + ", error=\"invalid_token\"";

    public static final int SERVER_ERROR = 500;

    private static final int LONGEST_INSTANCE = 200;

    /** A lost database usually returns within seconds; a concurrent write ends within one; an index opens within seconds. */
    private static final Map<ProblemType, String> RETRY_SECONDS = Map.of(
            ProblemType.UNAVAILABLE, "5", ProblemType.IDEMPOTENCY_KEY_IN_USE, "1", ProblemType.SEARCH_NOT_READY, "5");

    private final Links links;

    Problems(Links links) {
        this.links = links;
    }

    /** The status of a type. */
    public static int status(ProblemType type) {
        return switch (type) {
            case MALFORMED_REQUEST,
                    UNKNOWN_PARAMETER,
                    REPEATED_PARAMETER,
                    INVALID_PARAMETER,
                    INVALID_CURSOR,
                    MALFORMED_JSON,
                    INVALID_CONTENT,
                    INVALID_FILE -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND, SEARCH_OFF -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case REQUEST_TIMEOUT -> 408;
            case CONFLICT, IDEMPOTENCY_KEY_IN_USE -> 409;
            case WITHDRAWN, CHANGES_GONE, FILE_WITHDRAWN, PREVIEW_ENDED -> 410;
            case PRECONDITION_FAILED -> 412;
            case CONTENT_TOO_LARGE -> 413;
            case URI_TOO_LONG -> 414;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case RANGE_NOT_SATISFIABLE -> 416;
            case IDEMPOTENCY_KEY_REUSED -> 422;
            case PRECONDITION_REQUIRED -> 428;
            case TOO_MANY_REQUESTS -> 429;
            case HEADERS_TOO_LARGE -> 431;
            case INTERNAL_ERROR -> SERVER_ERROR;
            case NOT_TRIED, SEARCH_NOT_READY, UNAVAILABLE -> 503;
            case INSUFFICIENT_STORAGE -> 507;
        };
    }

    /** The URL of the page about a type. */
    public String address(ProblemType type) {
        return links.to("/problems/" + type.code());
    }

    /** The JSON of a problem of a request. */
    public ProblemView view(Problem problem, RoutingContext request) {
        boolean isTraced = status(problem.type()) >= SERVER_ERROR;
        return view(problem, instance(request.request().path()), isTraced ? TraceId.of(request) : null);
    }

    private ProblemView view(Problem problem, String instance, @Nullable String traceId) {
        return new ProblemView(
                address(problem.type()),
                problem.type().title(),
                status(problem.type()),
                problem.type().code(),
                problem.detail(),
                instance,
                problem.reason(),
                problem.faults(),
                traceId);
    }

    /** Ends a request with a problem, outside of REST. */
    public void end(RoutingContext context, Problem problem) {
        if (!context.response().ended()) {
            String retryAfter = retryAfter(problem.type());
            if (retryAfter != null) {
                context.response().putHeader("Retry-After", retryAfter);
            }
            context.response()
                    .setStatusCode(status(problem.type()))
                    .putHeader("Content-Type", MEDIA_TYPE)
                    .putHeader("Cache-Control", cacheControl(problem.type()))
                    .end(Buffer.buffer(Json.bytes(view(problem, context))));
        }
    }

    /** The JSON of a problem before the head of a request was complete: without a path or a trace id. */
    public byte[] json(Problem problem) {
        return Json.bytes(view(problem, "/", null));
    }

    /** Like {@link #end}, and closes the connection if content is still to come. */
    public void endForGood(RoutingContext context, Problem problem) {
        endConnection(context);
        end(context, problem);
    }

    /** Closes the connection after the response if the request has content, which is not read. */
    public static void endConnection(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean hasContent = request.headers().contains("Content-Length")
                || request.headers().contains("Transfer-Encoding");
        if (hasContent && request.version() != HttpVersion.HTTP_2) {
            context.response().putHeader("Connection", "close");
            context.addEndHandler(sent -> request.connection().close());
        }
    }

    /** The value of Retry-After in seconds; null if waiting does not help. */
    public static @Nullable String retryAfter(ProblemType type) {
        return RETRY_SECONDS.get(type);
    }

    /** The value of Cache-Control: 404 and 410 live for seconds, all other problems are not cached. */
    public static String cacheControl(ProblemType type) {
        return type == ProblemType.NOT_FOUND || type == ProblemType.WITHDRAWN || type == ProblemType.FILE_WITHDRAWN
                ? CachePolicy.ABSENCE.header()
                : "no-store";
    }

    private static String instance(@Nullable String path) {
        String shown = path == null ? "" : path;
        return RequestTarget.reference(
                shown.length() <= LONGEST_INSTANCE ? shown : shown.substring(0, LONGEST_INSTANCE));
    }
}
