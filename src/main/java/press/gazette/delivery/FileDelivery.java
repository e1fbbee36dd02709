package press.gazette.delivery;

import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.PathPart;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import press.gazette.cache.CacheGroups;
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

    private final CurrentVertxRequest request;

    FileDelivery(CurrentVertxRequest request) {
        this.request = request;
    }

    /** The response of a GET or HEAD: 200, 206, 304, or a 416. */
    public RestResponse<PathPart> send(ServedFile file) {
        HttpServerRequest current = request.getCurrent().request();
        ResponseBuilder<PathPart> response = ResponseBuilder.<PathPart>ok()
                .header(HttpHeaders.ETAG, file.tag())
                .header(HttpHeaders.CACHE_CONTROL, file.cacheControl())
                .header(CacheGroups.HEADER, CacheGroups.header(file.subjects()))
                .header(CacheGroups.SURROGATE_KEY, CacheGroups.surrogateKeys(file.subjects()));
        if (Negotiation.of(current).hasCurrent(file.tag(), null)) {
            return response.status(RestResponse.Status.NOT_MODIFIED).build();
        }
        response.header("Accept-Ranges", UNIT.strip()).header(HttpHeaders.CONTENT_TYPE, file.mediaType());
        Optional<ByteRange> range = range(current, file);
        ByteRange sent = range.orElse(new ByteRange(0, file.size() - 1));
        if (!sent.isSatisfiable()) {
            request.getCurrent().response().putHeader(CONTENT_RANGE, UNIT + "*/" + file.size());
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
