package press.gazette.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.inject.Singleton;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

import press.gazette.delivery.cache.Head;

/** The headers that every answer carries, whoever gives it. */
@Singleton
final class StandingHeaders {

    private static final Head EVERYBODYS = Head.of(inOrder(
            "Vary", "Accept-Encoding",
            "X-Content-Type-Options", "nosniff",
            "Strict-Transport-Security", "max-age=31536000; includeSubDomains"));

    /** Other sites' pages may read what is public. */
    private static final Head READERS = Head.of(
            inOrder(
                    "Access-Control-Allow-Origin", "*",
                    "Access-Control-Expose-Headers",
                            "ETag, Last-Modified, Link, Location, Retry-After, RateLimit, RateLimit-Policy, Gazette-Seq, Trace-Id"));

    private static final CharSequence DATE = HttpHeaders.createOptimized("Date");
    private static final CharSequence TRACE_ID = HttpHeaders.createOptimized(TraceId.HEADER);

    private final Clock clock;

    private volatile Written date = new Written(Long.MIN_VALUE, "");

    StandingHeaders(Clock clock) {
        this.clock = clock;
    }

    /** Adds them to an answer that has none yet. */
    void addTo(RoutingContext context, boolean desk) {
        MultiMap headers = context.response().headers();
        headers.add(DATE, date());
        headers.add(TRACE_ID, TraceId.of(context));
        EVERYBODYS.addTo(headers);
        if (!desk) {
            READERS.addTo(headers);
        }
    }

    private CharSequence date() {
        Instant now = clock.instant();
        Written latest = date;
        if (latest.second != now.getEpochSecond()) {
            latest = new Written(now.getEpochSecond(), HttpHeaders.createOptimized(HttpDate.format(now)));
            date = latest;
        }
        return latest.text;
    }

    private static Map<String, String> inOrder(String... namesAndValues) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            all.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return all;
    }

    /** A date is formatted once in its second. */
    private record Written(long second, CharSequence text) {}
}
