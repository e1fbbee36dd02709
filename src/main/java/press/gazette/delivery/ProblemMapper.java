package press.gazette.delivery;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import press.gazette.admission.WithoutTracking;
import press.gazette.admission.deadline.Deadline;
import press.gazette.admission.resource.AllowedMethods;
import press.gazette.database.DatabaseFailure;
import press.gazette.database.Pulse;
import press.gazette.database.Storage;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;
import press.gazette.response.CachePolicy;
import press.gazette.response.Links;
import press.gazette.response.Problems;
import press.gazette.response.TraceId;

/** Turns every exception in REST into a problem. Clients see nothing else of it. */
@Singleton
final class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    /** The header with the media types that a method reads: RFC 5789 §3.1, Linked Data Platform §7.1, RFC 9110 §12.5.1. */
    private static final Map<String, String> ACCEPTING =
            Map.of("PATCH", "Accept-Patch", "POST", "Accept-Post", "PUT", HttpHeaders.ACCEPT);

    /** Problems of content that may not be read to its end. */
    private static final Set<ProblemType> UNREAD = EnumSet.of(
            ProblemType.CONTENT_TOO_LARGE,
            ProblemType.UNSUPPORTED_MEDIA_TYPE,
            ProblemType.INVALID_FILE,
            ProblemType.INSUFFICIENT_STORAGE);

    /** The most bytes that are read although they were rejected: a client that is still sending may not see the response. */
    private static final long WORTH_READING = 1L << 20;

    private final Problems problems;
    private final Links links;
    private final AllowedMethods allowed;
    private final Pulse pulse;
    private final Storage storage;

    ProblemMapper(Problems problems, Links links, AllowedMethods allowed, Pulse pulse, Storage storage) {
        this.problems = problems;
        this.links = links;
        this.allowed = allowed;
        this.pulse = pulse;
        this.storage = storage;
    }

    @ServerExceptionMapper
    Response refused(Problem problem, RoutingContext request) {
        return response(problem, request).build();
    }

    /** A redirect (308) to the new address with the same query. */
    @ServerExceptionMapper
    Response moved(Moved moved, RoutingContext request) {
        String query = request.request().query();
        return Response.status(Response.Status.PERMANENT_REDIRECT)
                .header(HttpHeaders.LOCATION, links.to(moved.path()) + (query == null ? "" : "?" + query))
                .header(HttpHeaders.CACHE_CONTROL, CachePolicy.VOCABULARY.header())
                .build();
    }

    /** A redirect (308) to the address without tracking parameters. */
    @ServerExceptionMapper
    Response tracked(WithoutTracking request) {
        return Response.status(Response.Status.PERMANENT_REDIRECT)
                .header(HttpHeaders.LOCATION, links.to(request.target()))
                .header(HttpHeaders.CACHE_CONTROL, CachePolicy.VOCABULARY.header())
                .build();
    }

    @ServerExceptionMapper({
        AuthenticationFailedException.class,
        UnauthorizedException.class,
        NotAuthorizedException.class
    })
    Response unauthenticated(RoutingContext request) {
        boolean tried = request.request().headers().contains(HttpHeaders.AUTHORIZATION);
        return response(Problem.of(ProblemType.UNAUTHENTICATED, "This resource needs a valid key."), request)
                .header(HttpHeaders.WWW_AUTHENTICATE, tried ? Problems.INVALID_TOKEN : Problems.CHALLENGE)
                .build();
    }

    @ServerExceptionMapper({io.quarkus.security.ForbiddenException.class, ForbiddenException.class})
    Response forbidden(ResourceInfo resource, RoutingContext request) {
        RolesAllowed needed = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
        String[] scopes = needed == null ? new String[0] : needed.value();
        return response(
                        Problem.of(ProblemType.FORBIDDEN, "This needs the scope " + String.join(" or ", scopes) + "."),
                        request)
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        Problems.CHALLENGE + ", error=\"insufficient_scope\", scope=\"" + String.join(" ", scopes)
                                + "\"")
                .build();
    }

    /** True for content that has not been read to its end and is not worth its bytes. */
    private static boolean isLong(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return !request.isEnded() && length != null && Long.parseLong(length) > WORTH_READING;
    }

    /** Maps refusals of REST itself. */
    @ServerExceptionMapper
    Response refusedByHttp(WebApplicationException refusal, RoutingContext request) {
        Response original = refusal.getResponse();
        if (original.getStatus() < Response.Status.BAD_REQUEST.getStatusCode()) {
            return original;
        }
        // REST throws one or the other, depending on the number of methods at the address.
        return original.getStatus() == Response.Status.NOT_ACCEPTABLE.getStatusCode()
                ? notAcceptable(request)
                : response(problemOf(refusal), request).build();
    }

    @ServerExceptionMapper
    Response notAllowed(NotAllowedException refusal, RoutingContext request) {
        return response(Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This resource does not have this method."), request)
                .header(HttpHeaders.ALLOW, String.join(", ", allowed.of(request.normalizedPath())))
                .build();
    }

    @ServerExceptionMapper
    Response notWritten(NotAcceptableException refusal, RoutingContext request) {
        return notAcceptable(request);
    }

    private Response notAcceptable(RoutingContext request) {
        String written = allowed.written(
                request.normalizedPath(), request.request().method().name());
        String detail = "This resource is available as " + (written.isEmpty() ? "application/json" : written) + ".";
        return response(Problem.of(ProblemType.NOT_ACCEPTABLE, detail), request).build();
    }

    @ServerExceptionMapper
    Response notRead(NotSupportedException refusal, RoutingContext request) {
        String method = request.request().method().name();
        String read = allowed.read(request.normalizedPath(), method);
        String detail = "This resource reads " + read + " in UTF-8, uncompressed.";
        return response(Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, detail), request)
                .header(ACCEPTING.getOrDefault(method, HttpHeaders.ACCEPT), read)
                .build();
    }

    @ServerExceptionMapper
    Response failed(Throwable failure, RoutingContext request) {
        if (storage.isCauseOf(failure)) {
            return isTold(request)
                    ? Response.noContent().build()
                    : response(Problem.of(ProblemType.UNAVAILABLE, Storage.REFUSAL), request)
                            .build();
        }
        return pulse.isLost() || DatabaseFailure.isCauseOf(failure)
                ? databaseAway(failure, request)
                : faulty(failure, request);
    }

    /** Responds and logs once: the deadline or the loss of the database may have responded already. */
    private Response databaseAway(Throwable failure, RoutingContext request) {
        if (isTold(request)) {
            return Response.noContent().build();
        }
        LOG.warnf(
                "The database does not respond; traceId=%s path=%s cause=%s",
                TraceId.of(request), request.request().path(), failure);
        return response(Problem.of(ProblemType.UNAVAILABLE, Pulse.REFUSAL), request)
                .build();
    }

    private static boolean isTold(RoutingContext request) {
        Deadline deadline = Deadline.of(request);
        return deadline != null && deadline.isOver();
    }

    private Response faulty(Throwable failure, RoutingContext request) {
        LOG.errorf(
                failure,
                "A request failed; traceId=%s path=%s",
                TraceId.of(request),
                request.request().path());
        return response(
                        Problem.of(ProblemType.INTERNAL_ERROR, "The server failed to respond to this request."),
                        request)
                .build();
    }

    private Response.ResponseBuilder response(Problem problem, RoutingContext request) {
        if (UNREAD.contains(problem.type()) || isLong(request.request())) {
            Problems.endConnection(request);
        }
        return Response.status(Problems.status(problem.type()))
                .type(Problems.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, Problems.cacheControl(problem.type()))
                .header(HttpHeaders.RETRY_AFTER, Problems.retryAfter(problem.type()))
                .entity(problems.view(problem, request));
    }

    private static Problem problemOf(WebApplicationException refusal) {
        if (refusal instanceof NotFoundException) {
            return Problem.of(ProblemType.NOT_FOUND, "There is nothing at this address.");
        }
        return switch (refusal.getResponse().getStatus()) {
            case 413 -> Problem.of(ProblemType.CONTENT_TOO_LARGE, "The request's content is too large.");
            case 414 -> Problem.of(ProblemType.URI_TOO_LONG, "The URL is too long.");
            default -> Problem.of(ProblemType.MALFORMED_REQUEST, "The request cannot be read.");
        };
    }
}
