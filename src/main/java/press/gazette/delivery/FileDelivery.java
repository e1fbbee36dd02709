package press.gazette.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.PathPart;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

import press.gazette.cache.CacheGroups;
import press.gazette.change.Subject;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;
import press.gazette.response.Negotiation;

/**
 * Sends files from the disk, whole or a range of them. The event loop sends them at the rate of the client; the worker that found
 * the file is free meanwhile.
 */
@Singleton
public class FileDelivery {

    private static final String CONTENT_RANGE = "Content-Range";
    private static final String UNIT = "bytes ";

    /** Nothing runs and nothing is fetched, though the file is opened by its address (Content Security Policy Level 3). */
    private static final String PASSIVE = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    /** The address behind the redirect may change again, back to the former one too, which a browser would then follow in a circle. */
    private static final Duration MOVED = Duration.ofSeconds(10);

    private final CurrentVertxRequest request;

    FileDelivery(CurrentVertxRequest request) {
        this.request = request;
    }

    /** The response of a GET or HEAD: 200, 206, 304, or a 416. */
    public RestResponse<PathPart> send(ServedFile file) {
        return send(file, request.getCurrent());
    }

    /** The same when a file is there, which another request is making: no thread waits for it. */
    public CompletionStage<RestResponse<PathPart>> send(CompletionStage<ServedFile> file) {
        RoutingContext current = request.getCurrent();
        CompletableFuture<RestResponse<PathPart>> response = new CompletableFuture<>();
        file.thenApply(made -> send(made, current)).whenComplete((sent, failure) -> {
            if (failure == null) {
                response.complete(sent);
            } else {
                // Problems become responses as they are, not within the exception of a stage.
                response.completeExceptionally(
                        failure instanceof CompletionException && failure.getCause() != null
                                ? failure.getCause()
                                : failure);
            }
        });
        return response;
    }

    /** The response with the address of a file that has taken the place of this one: 308, cached for some time. */
    public RestResponse<PathPart> moved(String address, List<Subject> subjects, @Nullable Duration rest) {
        long seconds = rest == null || rest.compareTo(MOVED) > 0 ? MOVED.toSeconds() : Math.max(0, rest.toSeconds());
        return ResponseBuilder.<PathPart>create(RestResponse.Status.PERMANENT_REDIRECT)
                .header(HttpHeaders.LOCATION, address)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + seconds)
                .header(CacheGroups.HEADER, CacheGroups.header(subjects))
                .header(CacheGroups.SURROGATE_KEY, CacheGroups.surrogateKeys(subjects))
                .build();
    }

    private static RestResponse<PathPart> send(ServedFile file, RoutingContext context) {
        HttpServerRequest current = context.request();
        ResponseBuilder<PathPart> response = ResponseBuilder.<PathPart>ok()
                .header(HttpHeaders.ETAG, file.tag())
                .header(HttpHeaders.CACHE_CONTROL, file.cacheControl())
                .header(CacheGroups.HEADER, CacheGroups.header(file.subjects()))
                .header(CacheGroups.SURROGATE_KEY, CacheGroups.surrogateKeys(file.subjects()));
        if (file.isActive()) {
            response.header(Delivery.CONTENT_SECURITY_POLICY, PASSIVE).header("Content-Disposition", "attachment");
        }
        if (Negotiation.of(current).hasCurrent(file.tag(), null)) {
            return response.status(RestResponse.Status.NOT_MODIFIED).build();
        }
        response.header("Accept-Ranges", UNIT.strip()).header(HttpHeaders.CONTENT_TYPE, file.mediaType());
        Optional<ByteRange> range = range(current, file);
        ByteRange sent = range.orElse(new ByteRange(0, file.size() - 1));
        if (!sent.isSatisfiable()) {
            context.response().putHeader(CONTENT_RANGE, UNIT + "*/" + file.size());
            throw Problem.of(
                    ProblemType.RANGE_NOT_SATISFIABLE,
                    "The file has " + file.size() + " bytes; the range begins behind.");
        }
        if (range.isPresent()) {
            response.status(RestResponse.Status.PARTIAL_CONTENT)
                    .header(CONTENT_RANGE, UNIT + sent.first() + "-" + sent.last() + "/" + file.size());
        }
        return current.method().equals(HttpMethod.HEAD)
                ? response.header(HttpHeaders.CONTENT_LENGTH, sent.length()).build()
                : response.entity(new PathPart(file.path(), sent.first(), sent.length()))
                        .build();
    }

    /** The range that is asked for, unless the client has a part of another file (RFC 9110 §13.1.5). */
    private static Optional<ByteRange> range(HttpServerRequest request, ServedFile file) {
        String condition = request.getHeader("If-Range");
        return condition != null && !condition.equals(file.tag())
                ? Optional.empty()
                : ByteRange.parse(request.getHeader("Range"), file.size());
    }
}
