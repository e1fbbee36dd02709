package press.gazette.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import jakarta.inject.Singleton;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

import press.gazette.delivery.admission.RequestTarget;
import press.gazette.delivery.cache.Head;
import press.gazette.json.Json;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/** Gives every kind of problem its status, its address and its JSON. */
@Singleton
public class Problems {

    /** The media type of problem details (RFC 9457 §6.1). */
    public static final String MEDIA_TYPE = "application/problem+json";

    static final int SERVER_ERROR = 500;

    private static final int LONGEST_INSTANCE = 200;

    private static final byte[] END = "\r\n".getBytes(StandardCharsets.US_ASCII);

    /** A database or whatever else is back is back within seconds, and a write is done within one. */
    private static final Map<ProblemType, String> RETRY_SECONDS =
            Map.of(ProblemType.UNAVAILABLE, "5", ProblemType.IDEMPOTENCY_KEY_IN_USE, "1");

    private final Links links;
    private final StandingHeaders standing;

    Problems(Links links, StandingHeaders standing) {
        this.links = links;
        this.standing = standing;
    }

    /** The status of each type; the compiler sees to it that none is forgotten. */
    public static int status(ProblemType type) {
        return switch (type) {
            case MALFORMED_REQUEST,
                    UNKNOWN_PARAMETER,
                    REPEATED_PARAMETER,
                    INVALID_PARAMETER,
                    INVALID_CURSOR,
                    MALFORMED_JSON,
                    INVALID_CONTENT -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case REQUEST_TIMEOUT -> 408;
            case CONFLICT, IDEMPOTENCY_KEY_IN_USE -> 409;
            case WITHDRAWN, PREVIEW_ENDED -> 410;
            case PRECONDITION_FAILED -> 412;
            case CONTENT_TOO_LARGE -> 413;
            case URI_TOO_LONG -> 414;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case IDEMPOTENCY_KEY_REUSED -> 422;
            case PRECONDITION_REQUIRED -> 428;
            case TOO_MANY_REQUESTS -> 429;
            case HEADERS_TOO_LARGE -> 431;
            case INTERNAL_ERROR -> SERVER_ERROR;
            case NOT_TRIED, UNAVAILABLE -> 503;
        };
    }

    /** The address of a type's own page. */
    public String address(ProblemType type) {
        return links.to("/problems/" + type.code());
    }

    /** The JSON of a problem that happened to a request. */
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

    /** Answers with a problem outside of all resources. */
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

    /** A whole response of HTTP/1.1 to a client that has sent no whole request; the connection ends with it. */
    public ByteBuf response(Problem problem) {
        byte[] content = Json.bytes(view(problem, "/", null));
        ByteBuf response = Unpooled.buffer();
        response.writeCharSequence(
                "HTTP/1.1 " + HttpResponseStatus.valueOf(status(problem.type())) + "\r\n", StandardCharsets.US_ASCII);
        standing.writeTo(response, TraceId.of((String) null));
        Head.of(
                        "Content-Type",
                        MEDIA_TYPE,
                        "Content-Length",
                        Integer.toString(content.length),
                        "Cache-Control",
                        cacheControl(problem.type()),
                        "Connection",
                        "close")
                .writeTo(response);
        return response.writeBytes(END).writeBytes(content);
    }

    /** Answers as {@link #end} does, and ends the connection where content is still to come. */
    public void endForGood(RoutingContext context, Problem problem) {
        endConnection(context);
        end(context, problem);
    }

    /** Content behind a head that was not understood, or too much of it, is not read: the connection ends here. */
    static void endConnection(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean hasContent = request.headers().contains("Content-Length")
                || request.headers().contains("Transfer-Encoding");
        if (hasContent && request.version() != HttpVersion.HTTP_2) {
            context.response().putHeader("Connection", "close");
            context.addEndHandler(sent -> request.connection().close());
        }
    }

    /** After how many seconds a request may succeed that failed in this way; absent: not by waiting. */
    static @Nullable String retryAfter(ProblemType type) {
        return RETRY_SECONDS.get(type);
    }

    /** Refusals that may end any moment may be kept for moments; all others not at all. */
    static String cacheControl(ProblemType type) {
        return type == ProblemType.NOT_FOUND || type == ProblemType.WITHDRAWN
                ? CachePolicy.ABSENCE.header()
                : "no-store";
    }

    private static String instance(@Nullable String path) {
        String shown = path == null ? "" : path;
        return RequestTarget.reference(
                shown.length() <= LONGEST_INSTANCE ? shown : shown.substring(0, LONGEST_INSTANCE));
    }
}
