package press.gazette.response;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** The name of a request in its response, in logs and in the records of the client. */
public final class TraceId {

    static final String HEADER = "Trace-Id";

    private static final String KEY = TraceId.class.getName();

    /** version-traceid-parentid-flags (W3C Trace Context §3.2). */
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private static final String INVALID = "0".repeat(32);

    private static final HexFormat HEX = HexFormat.of();

    private TraceId() {}

    /** 32 hexadecimal digits: those of the trace, else those of a valid traceparent, else random ones. */
    public static String of(RoutingContext request) {
        String known = request.get(KEY);
        if (known != null) {
            return known;
        }
        SpanContext span = Span.current().getSpanContext();
        String id = span.isValid() ? span.getTraceId() : of(request.request().getHeader("traceparent"));
        request.put(KEY, id);
        return id;
    }

    /**
     * The trace id of a header.
     *
     * @param traceparent null if the request has none
     */
    public static String of(@Nullable String traceparent) {
        if (traceparent != null) {
            Matcher matcher = TRACEPARENT.matcher(traceparent);
            if (matcher.matches() && !matcher.group(1).equals(INVALID)) {
                return matcher.group(1);
            }
        }
        // A trace id is no secret.
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong());
    }
}
