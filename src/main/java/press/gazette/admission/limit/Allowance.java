package press.gazette.admission.limit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

import press.gazette.response.PreparedHeaders;

/**
 * A quota of requests a minute, refilled evenly. Clients see it in the headers of draft-ietf-httpapi-ratelimit-headers, which
 * are structured fields (RFC 9651).
 */
final class Allowance {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private static final CharSequence LIMIT = HttpHeaders.createOptimized("RateLimit");

    private final String name;
    private final int quota;
    private final PreparedHeaders policy;

    /**
     * Makes a quota.
     *
     * @param name of the quota in the headers, such as address or key
     * @param quota requests a minute; 0: any number
     */
    Allowance(String name, int quota) {
        this.name = name;
        this.quota = quota;
        this.policy =
                PreparedHeaders.of("RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(name, quota, WINDOW.toSeconds()));
    }

    boolean isLimited() {
        return quota > 0;
    }

    /** A full bucket. */
    Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, WINDOW))
                .build();
    }

    /** Sets the headers with the rest of the quota and the seconds until it is full again. */
    void writeTo(ConsumptionProbe probe, MultiMap headers) {
        policy.addTo(headers.remove("RateLimit-Policy"));
        headers.set(LIMIT, left(probe));
    }

    /** Writes the same headers to the head of a response. */
    void writeTo(ConsumptionProbe probe, ByteBuffer head) {
        policy.writeTo(head);
        head.put(("RateLimit: " + left(probe) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private String left(ConsumptionProbe probe) {
        return '"' + name + "\";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset());
    }

    /** Whole seconds, rounded up. */
    static long seconds(long nanos) {
        return Duration.ofNanos(nanos).plusSeconds(1).minusNanos(1).toSeconds();
    }

    @Override
    public String toString() {
        return quota + " requests a minute";
    }
}
