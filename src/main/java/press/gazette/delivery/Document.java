package press.gazette.delivery;

import java.util.List;

/**
 * A whole that is not JSON of the API, ready to leave.
 *
 * @param mediaType as it stands in Content-Type
 * @param links values of the header Link (RFC 8288)
 * @param ages whether time alone makes it another one
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record Document(byte[] bytes, String mediaType, List<String> links, boolean ages) {

    public Document(byte[] bytes, String mediaType, List<String> links) {
        this(bytes, mediaType, links, false);
    }
}
