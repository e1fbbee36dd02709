package press.gazette.response;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;

import jakarta.inject.Singleton;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** The headers of every response, cached or not. */
@Singleton
public final class CommonHeaders {

    private static final PreparedHeaders EVERYBODYS = PreparedHeaders.of(
            "Vary", "Accept-Encoding",
            "X-Content-Type-Options", "nosniff",
            "Strict-Transport-Security", "max-age=31536000; includeSubDomains");

    /** Pages of other sites may read public responses. */
    private static final PreparedHeaders READERS = PreparedHeaders.of(
            "Access-Control-Allow-Origin", "*",
            "Access-Control-Expose-Headers",
                    "ETag, Last-Modified, Link, Location, Retry-After, RateLimit, RateLimit-Policy, Gazette-Seq, Trace-Id");

    private static final byte[] TRACE_ID_LINE = (TraceId.HEADER + ": ").getBytes(StandardCharsets.US_ASCII);

    private static final byte[] END_OF_LINE = "\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final CharSequence TRACE_ID = HttpHeaders.createOptimized(TraceId.HEADER);

    private final Clock clock;

    private volatile Dated dated = new Dated(Long.MIN_VALUE, PreparedHeaders.of());

    CommonHeaders(Clock clock) {
        this.clock = clock;
    }

    /** Adds the headers to a response that has none yet. */
    public void addTo(RoutingContext context, boolean desk) {
        MultiMap headers = context.response().headers();
        date().addTo(headers);
        headers.add(TRACE_ID, TraceId.of(context));
        EVERYBODYS.addTo(headers);
        if (!desk) {
            READERS.addTo(headers);
        }
    }

    /**
     * Writes the headers of a public response to its head.
     *
     * @param head has room for a kilobyte
     */
    public void writeTo(ByteBuffer head, String traceId) {
        date().writeTo(head);
        head.put(TRACE_ID_LINE).put(traceId.getBytes(StandardCharsets.US_ASCII)).put(END_OF_LINE);
        EVERYBODYS.writeTo(head);
        READERS.writeTo(head);
    }

    private PreparedHeaders date() {
        Instant now = clock.instant();
        Dated latest = dated;
        if (latest.second != now.getEpochSecond()) {
            latest = new Dated(now.getEpochSecond(), PreparedHeaders.of("Date", HttpDate.format(now)));
            dated = latest;
        }
        return latest.head;
    }

    /** The header Date, formatted once in each second. */
    private record Dated(long second, PreparedHeaders head) {}
}
