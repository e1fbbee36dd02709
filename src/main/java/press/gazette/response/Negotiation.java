package press.gazette.response;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * The request headers by which responses differ. A component is null if the request does not have the header.
 */
public record Negotiation(
        @Nullable String accept,
        @Nullable String acceptEncoding,
        @Nullable String ifNoneMatch,
        @Nullable String ifModifiedSince) {

    private static final Pattern WEIGHT_ZERO = Pattern.compile(";\\s*q=0(\\.0*)?\\s*");

    /** Reads the headers of a request. The lines of a repeated header are joined (RFC 9110 §5.3). */
    public static Negotiation of(HttpServerRequest request) {
        return of(name -> {
            List<String> lines = request.headers().getAll(name);
            return switch (lines.size()) {
                case 0 -> null;
                case 1 -> lines.get(0);
                default -> String.join(", ", lines);
            };
        });
    }

    /**
     * Reads headers whose lines are already joined.
     *
     * @param header the value of a header by its name; null if there is none
     */
    public static Negotiation of(UnaryOperator<@Nullable String> header) {
        return new Negotiation(
                header.apply("Accept"),
                header.apply("Accept-Encoding"),
                header.apply("If-None-Match"),
                header.apply("If-Modified-Since"));
    }

    /** True if the client has a current copy. If-None-Match takes precedence over If-Modified-Since (RFC 9110 §13.2.2). */
    public boolean hasCurrent(String tag, @Nullable LastModified lastModified) {
        if (ifNoneMatch != null) {
            return EntityTag.matches(ifNoneMatch, tag);
        }
        return ifModifiedSince != null && lastModified != null && lastModified.isNoLaterThan(ifModifiedSince);
    }

    /** True if gzip is listed, by name or as {@code *}, with a weight above zero (RFC 9110 §12.5.3). */
    public boolean acceptsGzip() {
        if (acceptEncoding == null) {
            return false;
        }
        boolean accepted = false;
        for (String coding : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
            int mark = coding.indexOf(';');
            String name = (mark < 0 ? coding : coding.substring(0, mark)).strip();
            boolean refused =
                    mark >= 0 && WEIGHT_ZERO.matcher(coding.substring(mark)).matches();
            if (name.equals("gzip")) {
                return !refused;
            }
            accepted |= name.equals("*") && !refused;
        }
        return accepted;
    }

    /** True if Accept clearly includes JSON. If false, REST negotiates the media type. */
    public boolean takesJson() {
        return accept == null
                || accept.equals("*/*")
                || Arrays.stream(accept.split(",", -1))
                        .map(String::strip)
                        .anyMatch(type -> type.equals("*/*") || type.equals("application/json"));
    }
}
