package press.gazette.desk;

import java.nio.charset.StandardCharsets;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What a client is told about its write; kept as it is for those who repeat it.
 *
 * @param status 200, 201 or 204
 * @param location where the new thing is; absent when none was made
 * @param tag the ETag of what is there now; absent when nothing is
 * @param content JSON; absent when the client wanted none, or nothing is there
 */
record Acknowledgement(
        int status,
        @Nullable String location,
        @Nullable String tag,
        @Nullable String content) {

    static final int OK = 200;
    static final int CREATED = 201;
    static final int NO_CONTENT = 204;

    /** As HTTP tells it. */
    ResponseBuilder<byte[]> response() {
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

    /** The same without content. */
    Acknowledgement minimal() {
        return new Acknowledgement(status == OK ? NO_CONTENT : status, location, tag, null);
    }

    /** Told of something that did not happen: it is nowhere and has no version. */
    Acknowledgement hypothetical() {
        return new Acknowledgement(content == null ? NO_CONTENT : OK, null, null, content);
    }
}
