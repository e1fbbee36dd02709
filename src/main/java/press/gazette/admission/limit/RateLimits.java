package press.gazette.admission.limit;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/**
 * Counts requests by their address, or by their key if it is valid. Each node counts for itself. A 304 is free, since
 * revalidation is to be encouraged. Rejected keys have a quota of their own, which holds even if that of requests is
 * unlimited.
 */
@Singleton
public class RateLimits {

    /** The most clients that are counted. A new one evicts the one idle for longest. */
    private static final int CLIENTS = 100_000;

    /** A bucket without requests for this long is full again. */
    private static final Duration FULL_AGAIN = Duration.ofMinutes(2);

    private static final String COUNTED = RateLimits.class.getName();

    /** Marks a request that has been here. */
    private static final String SEEN = COUNTED + ".seen";

    private static final Logger LOG = Logger.getLogger(RateLimits.class);

    private static final int NOT_MODIFIED = 304;

    private final AtomicBoolean hinted = new AtomicBoolean();
    private final ClientAddress address;
    private final RejectedKeys rejectedKeys;
    private final Allowance ofAddress;
    private final Allowance ofKey;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(CLIENTS)
            .expireAfterAccess(FULL_AGAIN)
            .executor(Runnable::run)
            .build();

    RateLimits(LimitConfig config) {
        address = new ClientAddress(config.trustedProxies().orElse(List.of()));
        rejectedKeys = new RejectedKeys(config.rejectedKeysPerAddress());
        ofAddress = new Allowance("address", config.requestsPerAddress());
        ofKey = new Allowance("key", config.requestsPerKey());
    }

    /**
     * Counts a request that will not be a 304, and writes the rest of the quota to the head of its response.
     *
     * @param peer the address at the other end of its connection
     * @param headers the values of all headers of a name
     * @return false if the quota is used up; then nothing has been counted or written
     */
    public boolean takes(String peer, Function<String, List<String>> headers, ByteBuffer head) {
        if (!ofAddress.isLimited()) {
            return true;
        }
        ConsumptionProbe probe = bucket(ofAddress, address.of(peer, headers)).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            ofAddress.writeTo(probe, head);
        }
        return probe.isConsumed();
    }

    /**
     * Counts a request to its address until it turns out to be a 304 or to have a valid key. A second call does nothing.
     *
     * @return the problem with which the request is rejected; empty if it may go on
     */
    public Optional<Problem> countForNow(RoutingContext request) {
        if (request.get(SEEN) != null) {
            return Optional.empty();
        }
        request.put(SEEN, true);
        String client = address.of(request.request());
        hint(request);
        Optional<Problem> refusal = ofAddress.isLimited() ? count(client, request) : Optional.empty();
        return refusal.or(() -> rejectedKeys.refusal(client, request));
    }

    /** The client of a direct connection; empty if it comes from a trusted proxy, or no proxy is named and it may be one. */
    public Optional<String> directClient(String peer) {
        return address.ofDirect(peer);
    }

    /** Logs once that a proxy is not named in the settings, so that its clients count as one. */
    private void hint(RoutingContext request) {
        if (!hinted.get()
                && request.request().headers().contains("X-Forwarded-For")
                && !address.isTrusted(request.request())
                && hinted.compareAndSet(false, true)) {
            LOG.warnf(
                    "A request came with X-Forwarded-For from an address that gazette.trusted-proxies does not name;"
                            + " all clients behind it count as one; address=%s",
                    request.request().connection().remoteAddress().hostAddress());
        }
    }

    private Optional<Problem> count(String client, RoutingContext request) {
        Bucket bucket = bucket(ofAddress, client);
        Optional<Problem> refusal = take(ofAddress, bucket, request);
        if (refusal.isEmpty()) {
            request.put(COUNTED, bucket);
            request.addEndHandler(ended -> {
                if (request.response().getStatusCode() == NOT_MODIFIED) {
                    giveBack(request);
                }
            });
        }
        return refusal;
    }

    /**
     * Counts a request to its caller instead of its address.
     *
     * @throws Problem {@code too-many-requests}
     */
    public void countTo(String caller, RoutingContext request) {
        giveBack(request);
        rejectedKeys.accept(request);
        if (ofKey.isLimited()) {
            take(ofKey, bucket(ofKey, caller), request).ifPresent(refusal -> {
                throw refusal;
            });
        }
    }

    private static void giveBack(RoutingContext request) {
        @Nullable Bucket counted = request.remove(COUNTED);
        if (counted != null) {
            counted.addTokens(1);
        }
    }

    private Bucket bucket(Allowance allowance, String who) {
        return buckets.get(who, client -> allowance.bucket());
    }

    private static Optional<Problem> take(Allowance allowance, Bucket bucket, RoutingContext request) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        allowance.writeTo(probe, request.response().headers());
        if (probe.isConsumed()) {
            return Optional.empty();
        }
        long seconds = Allowance.seconds(probe.getNanosToWaitForRefill());
        request.response().putHeader("Retry-After", Long.toString(seconds));
        return Optional.of(Problem.of(
                ProblemType.TOO_MANY_REQUESTS, "More than " + allowance + ". Try again in " + seconds + " s."));
    }

    /** The client of a request: an IPv4 address, or the /64 of an IPv6 one. */
    public String client(RoutingContext request) {
        return address.of(request.request());
    }
}
