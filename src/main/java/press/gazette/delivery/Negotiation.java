package press.gazette.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

import press.gazette.delivery.admission.PlainHead;

/**
 * What a client says it has and takes, as far as answers differ by it: the values of these headers; null where the request
 * has none.
 */
record Negotiation(
        @Nullable String accept,
        @Nullable String acceptEncoding,
        @Nullable String ifNoneMatch,
        @Nullable String ifModifiedSince) {

    private static final Pattern WEIGHT_ZERO = Pattern.compile(";\\s*q=0(\\.0*)?\\s*");

    /** Of what has come in: a header that came in several lines is one list (RFC 9110 §5.3). */
    static Negotiation of(HttpServerRequest request) {
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
     * Of a request whose headers are one list each already.
     *
     * @param header the value of a header by its name
     */
    static Negotiation of(UnaryOperator<@Nullable String> header) {
        return new Negotiation(
                header.apply("Accept"),
                header.apply("Accept-Encoding"),
                header.apply("If-None-Match"),
                header.apply("If-Modified-Since"));
    }

    /** Of a plain request. */
    static Negotiation of(PlainHead head) {
        return new Negotiation(head.accept(), head.acceptEncoding(), head.ifNoneMatch(), head.ifModifiedSince());
    }

    /** If-None-Match wins over If-Modified-Since (RFC 9110 §13.2.2). */
    boolean hasCurrent(String tag, @Nullable LastModified lastModified) {
        if (ifNoneMatch != null) {
            return EntityTag.matches(ifNoneMatch, tag);
        }
        return ifModifiedSince != null && lastModified != null && lastModified.isNoLaterThan(ifModifiedSince);
    }

    /** Whether gzip is listed, by name or as {@code *}, with a weight above zero (RFC 9110 §12.5.3). */
    boolean acceptsGzip() {
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

    /** Whether it plainly takes JSON; false: it may not, and somebody else has to look closer. */
    boolean takesJson() {
        return accept == null
                || accept.equals("*/*")
                || Arrays.stream(accept.split(",", -1))
                        .map(String::strip)
                        .anyMatch(type -> type.equals("*/*") || type.equals("application/json"));
    }
}
