package press.gazette.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a client says it has and takes, as far as answers differ by it.
 *
 * @param header the value of a header by its name; null where the request has none
 */
record Negotiation(UnaryOperator<@Nullable String> header) {

    private static final Pattern WEIGHT_ZERO = Pattern.compile(";\\s*q=0(\\.0*)?\\s*");

    /** Of what has come in: a header that came in several lines is one list (RFC 9110 §5.3). */
    static Negotiation of(HttpServerRequest request) {
        return of(request.headers()::getAll);
    }

    /**
     * The same of headers alone.
     *
     * @param all the values of all headers of a name
     */
    static Negotiation of(Function<String, List<String>> all) {
        return new Negotiation(name -> {
            List<String> lines = all.apply(name);
            return switch (lines.size()) {
                case 0 -> null;
                case 1 -> lines.get(0);
                default -> String.join(", ", lines);
            };
        });
    }

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
        String accept = header.apply("Accept");
        return accept == null
                || accept.equals("*/*")
                || Arrays.stream(accept.split(",", -1))
                        .map(String::strip)
                        .anyMatch(type -> type.equals("*/*") || type.equals("application/json"));
    }
}
