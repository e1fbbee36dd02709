package press.gazette.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;

import jakarta.inject.Singleton;

import io.netty.buffer.ByteBuf;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

import press.gazette.delivery.cache.Head;

/** The headers that every answer carries, whoever gives it. */
@Singleton
final class StandingHeaders {

    private static final Head EVERYBODYS = Head.of(
            "Vary", "Accept-Encoding",
            "X-Content-Type-Options", "nosniff",
            "Strict-Transport-Security", "max-age=31536000; includeSubDomains");

    /** Other sites' pages may read what is public. */
    private static final Head READERS = Head.of(
            "Access-Control-Allow-Origin", "*",
            "Access-Control-Expose-Headers",
                    "ETag, Last-Modified, Link, Location, Retry-After, RateLimit, RateLimit-Policy, Gazette-Seq, Trace-Id");

    private static final String TRACE_ID_LINE = TraceId.HEADER + ": ";

    private static final CharSequence TRACE_ID = HttpHeaders.createOptimized(TraceId.HEADER);

    private final Clock clock;

    private volatile Dated dated = new Dated(Long.MIN_VALUE, Head.of());

    StandingHeaders(Clock clock) {
        this.clock = clock;
    }

    /** Adds them to an answer that has none yet. */
    void addTo(RoutingContext context, boolean desk) {
        MultiMap headers = context.response().headers();
        date().addTo(headers);
        headers.add(TRACE_ID, TraceId.of(context));
        EVERYBODYS.addTo(headers);
        if (!desk) {
            READERS.addTo(headers);
        }
    }

    /** Writes them to the head of an answer to a reader. */
    void writeTo(ByteBuf head, String traceId) {
        date().writeTo(head);
        head.writeCharSequence(TRACE_ID_LINE, StandardCharsets.US_ASCII);
        head.writeCharSequence(traceId, StandardCharsets.US_ASCII);
        head.writeCharSequence("\r\n", StandardCharsets.US_ASCII);
        EVERYBODYS.writeTo(head);
        READERS.writeTo(head);
    }

    private Head date() {
        Instant now = clock.instant();
        Dated latest = dated;
        if (latest.second != now.getEpochSecond()) {
            latest = new Dated(now.getEpochSecond(), Head.of("Date", HttpDate.format(now)));
            dated = latest;
        }
        return latest.head;
    }

    /** A date is formatted once in its second. */
    private record Dated(long second, Head head) {}
}
