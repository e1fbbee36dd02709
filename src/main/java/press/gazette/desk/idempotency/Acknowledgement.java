package press.gazette.desk.idempotency;

import java.nio.charset.StandardCharsets;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The response to a write, stored unchanged for repeated requests.
 *
 * @param status 200, 201 or 204
 * @param location the URL of the new resource; null if none was created
 * @param tag the ETag of the resource; null if there is no resource
 * @param content JSON; null if the client wants none or there is no resource
 */
public record Acknowledgement(
        int status,
        @Nullable String location,
        @Nullable String tag,
        @Nullable String content) {

    public static final int OK = 200;
    public static final int CREATED = 201;
    public static final int NO_CONTENT = 204;

    /** The HTTP response, without the headers of a replay. */
    public ResponseBuilder<byte[]> response() {
        ResponseBuilder<byte[]> response = ResponseBuilder.create(status);
        if (location != null) {
            response.header(HttpHeaders.LOCATION, location);
        }
        if (tag != null) {
            response.header(HttpHeaders.ETAG, tag);
        }
        return content == null
                ? response
                : response.entity(content.getBytes(StandardCharsets.UTF_8)).type(MediaType.APPLICATION_JSON_TYPE);
    }

    /**
     * The acknowledgement with different content.
     *
     * @param shown null: the same content
     */
    public Acknowledgement showing(@Nullable String shown) {
        return shown == null ? this : new Acknowledgement(status, location, tag, shown);
    }

    /** The acknowledgement without content. */
    public Acknowledgement minimal() {
        return new Acknowledgement(status == OK ? NO_CONTENT : status, location, tag, null);
    }

    /** The acknowledgement of a dry run: the resource does not exist and has no version. */
    public Acknowledgement hypothetical() {
        return new Acknowledgement(content == null ? NO_CONTENT : OK, null, null, content);
    }
}
