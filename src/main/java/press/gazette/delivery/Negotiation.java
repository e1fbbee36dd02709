package press.gazette.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * What a client says it has and takes, as far as answers differ by it.
 *
 * @param header the value of a header by its name; null where the request has none
 */
record Negotiation(UnaryOperator<@Nullable String> header) {

    /** If-None-Match wins over If-Modified-Since (RFC 9110 §13.2.2). */
    boolean hasCurrent(String tag, @Nullable LastModified lastModified) {
        String ifNoneMatch = header.apply("If-None-Match");
        if (ifNoneMatch != null) {
            return EntityTag.matches(ifNoneMatch, tag);
        }
        String ifModifiedSince = header.apply("If-Modified-Since");
        return ifModifiedSince != null && lastModified != null && lastModified.isNoLaterThan(ifModifiedSince);
    }

    /** Whether gzip is listed, by name or as {@code *}, with a weight above zero (RFC 9110 §12.5.3). */
    boolean acceptsGzip() {
        String codings = header.apply("Accept-Encoding");
        if (codings == null) {
            return false;
        }
        boolean accepted = false;
        for (String coding : codings.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = coding.strip().split("\\s*;\\s*", -1);
            boolean refused = parts.length > 1 && parts[1].matches("q=0(\\.0*)?");
            if (parts[0].equals("gzip")) {
                return !refused;
            }
            accepted |= parts[0].equals("*") && !refused;
        }
        return accepted;
    }

    /** Whether it plainly takes JSON; false: it may not, and somebody else has to look closer. */
    boolean takesJson() {
        String accept = header.apply("Accept");
        return accept == null
                || Arrays.stream(accept.split(",", -1))
                        .map(String::strip)
                        .anyMatch(type -> type.equals("*/*") || type.equals("application/json"));
    }
}
