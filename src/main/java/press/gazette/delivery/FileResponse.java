package press.gazette.delivery;

import java.util.List;

/**
 * A document that is not JSON of the API, such as a feed.
 *
 * @param mediaType the value of Content-Type
 * @param links values of the header Link (RFC 8288)
 * @param ages true if its content changes with time alone, so that this server does not cache it
 * @param isIndexed false if search engines must not index it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FileResponse(byte[] bytes, String mediaType, List<String> links, boolean ages, boolean isIndexed) {

    public FileResponse(byte[] bytes, String mediaType, List<String> links) {
        this(bytes, mediaType, links, false, true);
    }
}
