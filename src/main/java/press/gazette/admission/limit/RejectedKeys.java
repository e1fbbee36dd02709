package press.gazette.admission.limit;

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

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.ResourceKinds;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/**
 * Bounds the guessing of keys from one address. Each 401 to a request with a key takes from the quota of its address; when that
 * is used up, further keys from there are rejected without being looked up. Recently accepted keys stay accepted: behind a
 * proxy that the settings do not name, a guesser has the same address as the newsroom.
 */
final class RejectedKeys {

    private static final int CLIENTS = 100_000;
    private static final int ACCEPTED_KEYS = 10_000;

    /** A bucket without rejected keys for this long is full again. */
    private static final Duration FULL_AGAIN = Duration.ofMinutes(2);

    private static final Duration ACCEPTED_FOR = Duration.ofHours(1);

    private static final String ACCEPTED = RejectedKeys.class.getName();

    private static final String SCHEME = "Bearer ";

    private static final int UNAUTHORIZED = 401;

    private final Allowance allowance;
    private final Cache<String, Bucket> left = Caffeine.newBuilder()
            .maximumSize(CLIENTS)
            .expireAfterAccess(FULL_AGAIN)
            .executor(Runnable::run)
            .build();

    /** Hashes of recently accepted keys: a key itself is stored nowhere. */
    private final Cache<String, Boolean> accepted = Caffeine.newBuilder()
            .maximumSize(ACCEPTED_KEYS)
            .expireAfterWrite(ACCEPTED_FOR)
            .executor(Runnable::run)
            .build();

    /**
     * Makes the bound.
     *
     * @param quota rejected keys a minute
     */
    RejectedKeys(int quota) {
        allowance = new Allowance("rejected keys", quota);
    }

    /** The problem if the key of a request may not be looked up; empty if it may, or none is needed. */
    Optional<Problem> refusal(String client, RoutingContext request) {
        String sent = request.request().getHeader("Authorization");
        if (sent == null || !isLookedUp(sent, ResourceKinds.of(request))) {
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
                "Too many keys from this address were rejected. Try again in " + seconds + " s."));
    }

    /** True if the resource looks a key up: the desk always does, public ones only a key in the form of keys. */
    private static boolean isLookedUp(String sent, @Nullable Kind kind) {
        boolean isPublic = kind != null && kind.isEntitled();
        return kind == Kind.DESK || (isPublic && sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length()));
    }

    /** Records that the key of a request is valid. */
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
