package press.gazette.delivery.limit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.netty.buffer.ByteBuf;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

import press.gazette.delivery.cache.Head;

/**
 * So many requests a minute, refilled evenly. Told in the headers of draft-ietf-httpapi-ratelimit-headers, which are
 * structured fields (RFC 9651).
 */
final class Allowance {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private static final CharSequence LIMIT = HttpHeaders.createOptimized("RateLimit");

    private final String name;
    private final int quota;
    private final Head policy;

    /**
     * Named after what it is counted by.
     *
     * @param quota how many requests a minute; 0: any number
     */
    Allowance(String name, int quota) {
        this.name = name;
        this.quota = quota;
        this.policy = Head.of("RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(name, quota, WINDOW.toSeconds()));
    }

    boolean isLimited() {
        return quota > 0;
    }

    /** A full one. */
    Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, WINDOW))
                .build();
    }

    /** What is left of it, and in how many seconds all of it will be there again. */
    void tell(ConsumptionProbe probe, MultiMap headers) {
        policy.addTo(headers.remove("RateLimit-Policy"));
        headers.set(LIMIT, left(probe));
    }

    /** Writes the same to the head of an answer. */
    void tell(ConsumptionProbe probe, ByteBuf head) {
        policy.writeTo(head);
        head.writeCharSequence("RateLimit: " + left(probe) + "\r\n", StandardCharsets.US_ASCII);
    }

    private String left(ConsumptionProbe probe) {
        return '"' + name + "\";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset());
    }

    /** Whole seconds, and never too few. */
    static long seconds(long nanos) {
        return Duration.ofNanos(nanos).plusSeconds(1).minusNanos(1).toSeconds();
    }

    @Override
    public String toString() {
        return quota + " requests a minute";
    }
}
