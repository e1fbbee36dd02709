package press.gazette.delivery.limit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

import press.gazette.delivery.admission.RequestTarget;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/**
 * Bounds how many keys an address may guess. Each 401 to a request with a key takes from the allowance of its address; once
 * that is used up, further keys from there are refused without being looked up. Keys that were accepted lately go on being
 * accepted: behind a proxy that is not named in the settings, a guesser has the same address as the newsroom.
 */
final class RejectedKeys {

    private static final int CLIENTS = 100_000;
    private static final int ACCEPTED_KEYS = 10_000;

    /** An allowance that nobody has taken from for so long is whole again. */
    private static final Duration WHOLE_AGAIN = Duration.ofMinutes(2);

    private static final Duration ACCEPTED_FOR = Duration.ofHours(1);

    private static final String ACCEPTED = RejectedKeys.class.getName();

    private static final int UNAUTHORIZED = 401;

    private final Allowance allowance;
    private final Cache<String, Bucket> left = Caffeine.newBuilder()
            .maximumSize(CLIENTS)
            .expireAfterAccess(WHOLE_AGAIN)
            .executor(Runnable::run)
            .build();

    /** Hashes of keys, since nothing else of a key is kept anywhere. */
    private final Cache<String, Boolean> accepted = Caffeine.newBuilder()
            .maximumSize(ACCEPTED_KEYS)
            .expireAfterWrite(ACCEPTED_FOR)
            .executor(Runnable::run)
            .build();

    /**
     * Of a size.
     *
     * @param quota how many keys a minute may be rejected
     */
    RejectedKeys(int quota) {
        allowance = new Allowance("rejected keys", quota);
    }

    /** Why the key of a request is not looked up; empty: it may be, or there is none, or readers' resources ask for none. */
    Optional<Problem> refusal(String client, RoutingContext request) {
        String sent = request.request().getHeader("Authorization");
        String path = request.request().path();
        if (sent == null || path == null || !RequestTarget.isDesk(path)) {
            return Optional.empty();
        }
        @Nullable Bucket bucket = left.getIfPresent(client);
        if (bucket == null || bucket.getAvailableTokens() > 0 || accepted.getIfPresent(hash(sent)) != null) {
            request.addEndHandler(ended -> count(client, request));
            return Optional.empty();
        }
        long seconds = Allowance.seconds(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
        request.response().putHeader("Retry-After", Long.toString(seconds));
        return Optional.of(Problem.of(
                ProblemType.TOO_MANY_REQUESTS,
                "Too many keys from this address were rejected. The next one is looked at in " + seconds + " s."));
    }

    /** Takes note that the key of a request is good. */
    void accept(RoutingContext request) {
        request.put(ACCEPTED, true);
        String sent = request.request().getHeader("Authorization");
        if (sent != null) {
            accepted.put(hash(sent), true);
        }
    }

    private void count(String client, RoutingContext request) {
        if (request.response().getStatusCode() == UNAUTHORIZED && request.get(ACCEPTED) == null) {
            left.get(client, unknown -> allowance.bucket()).tryConsume(1);
        }
    }

    private static String hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
