package press.gazette.security.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.quarkus.security.AuthenticationFailedException;
import org.jboss.logging.Logger;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

import press.gazette.sending.BoundedClient;
import press.gazette.time.Backoff;

/**
 * The identity provider's signing keys, read when a token needs them (OpenID Connect Discovery 1.0 §4, RFC 7517). All
 * requests share one read at a time, which is bounded in time and bytes, and no request waits for it longer than
 * {@code gazette.oidc-deadline}. A token with an unknown key triggers another read, at most once a second.
 */
final class IssuerKeys {

    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);

    private static final String METADATA = "/.well-known/openid-configuration";

    /** Ten times the key sets of the largest providers, which have some tens of keys with certificates. */
    private static final int MOST_BYTES = 1_024 * 1_024;

    /**
     * The pause between two successful reads; shorter than any deadline, so that a request can wait for the next one.
     */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(5));

    private static final int OK = 200;

    /**
     * The keys as of one read.
     *
     * @param issuer the expected {@code iss} of tokens
     * @param begun the start of the read, by {@link System#nanoTime}
     */
    record Known(String issuer, List<JsonWebKey> keys, long begun) {

        private boolean isOlderThan(Duration age) {
            return System.nanoTime() - begun > age.toNanos();
        }
    }

    private final URI metadata;
    private final OidcConfig config;
    private final BoundedClient client;

    private volatile @Nullable Known known;

    /** The read that is running or scheduled; null if there is none. */
    private @Nullable CompletableFuture<Known> reading;

    private volatile int failures;
    private long notBefore = System.nanoTime();

    IssuerKeys(URI issuer, OidcConfig config) {
        this.metadata = URI.create(issuer.toString().replaceFirst("/+$", "") + METADATA);
        this.config = config;
        client = new BoundedClient(config.oidcDeadline());
    }

    /**
     * Searches the keys, and reads them again if the search finds nothing or they are too old.
     *
     * @param search returns empty if a key is missing; it may throw {@link AuthenticationFailedException}
     * @return completes within the deadline; empty if keys read after this call lack the key too. Fails if the search
     *     throws or the keys cannot be read
     */
    <T> CompletableFuture<Optional<T>> find(Function<Known, Optional<T>> search) {
        Known now = known;
        Optional<T> found = now == null || now.isOlderThan(config.oidcRefresh().plus(config.oidcStale()))
                ? Optional.empty()
                : search.apply(now);
        if (now == null || found.isEmpty()) {
            return within(searchNewer(search, System.nanoTime()));
        }
        boolean isOld = now.isOlderThan(config.oidcRefresh());
        if (isOld && failures == 0) {
            return within(searchNewer(search, now.begun() + 1)).exceptionally(failure -> unlessRefused(failure, found));
        }
        if (isOld || now.isOlderThan(config.oidcRefresh().dividedBy(2))) {
            readInBackground();
        }
        return CompletableFuture.completedFuture(found);
    }

    /** Stale keys are valid for a while if a new read fails. */
    private static <T> T unlessRefused(Throwable failure, T found) {
        if (refusal(failure).isPresent()) {
            throw new CompletionException(failure);
        }
        return found;
    }

    /** The rejection thrown by a search; empty if the failure has another cause. */
    static Optional<AuthenticationFailedException> refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthenticationFailedException refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }

    /** Reads early, so that requests rarely wait; requests do not notice a failure. */
    @SuppressWarnings("FutureReturnValueIgnored") // a failure is logged where the read ends
    private void readInBackground() {
        newer();
    }

    /** Only keys whose read began after the call prove that a key is missing. */
    private <T> CompletableFuture<Optional<T>> searchNewer(Function<Known, Optional<T>> search, long asked) {
        return newer().thenCompose(keys -> {
            Optional<T> found = search.apply(keys);
            return found.isPresent() || keys.begun() - asked >= 0
                    ? CompletableFuture.completedFuture(found)
                    : searchNewer(search, asked);
        });
    }

    private <T> CompletableFuture<Optional<T>> within(CompletableFuture<Optional<T>> search) {
        return search.orTimeout(config.oidcDeadline().toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * The read that all requests share: the running one, or the next one that the pause allows. Its result is recorded
     * before it completes.
     */
    private synchronized CompletableFuture<Known> newer() {
        CompletableFuture<Known> shared = reading;
        if (shared != null) {
            return shared;
        }
        long wait = Math.max(0, notBefore - System.nanoTime());
        if (wait > config.oidcDeadline().toNanos()) {
            return CompletableFuture.failedFuture(new IOException("The identity provider has just been asked"));
        }
        CompletableFuture<Known> next = new CompletableFuture<@Nullable Void>()
                .completeOnTimeout(null, wait, TimeUnit.NANOSECONDS)
                .thenCompose(begin -> read())
                .whenComplete(this::record);
        reading = next;
        return next;
    }

    private CompletableFuture<Known> read() {
        long begun = System.nanoTime();
        return text(metadata)
                .thenCompose(described -> {
                    Map<String, Object> members = json(described);
                    String issuer = member(members, "issuer");
                    return text(URI.create(member(members, "jwks_uri"))).thenApply(set -> keys(issuer, set, begun));
                })
                .orTimeout(config.oidcDeadline().toNanos(), TimeUnit.NANOSECONDS);
    }

    private CompletableFuture<String> text(URI address) {
        return client.response(HttpRequest.newBuilder(address), MOST_BYTES).thenApply(response -> {
            if (response.status() != OK) {
                throw new UncheckedIOException(new IOException(address + " responds with " + response.status()));
            }
            return response.text();
        });
    }

    private static Map<String, Object> json(String text) {
        try {
            return JsonUtil.parseJson(text);
        } catch (JoseException e) {
            throw new UncheckedIOException(new IOException("The metadata is not a JSON object", e));
        }
    }

    private static String member(Map<String, Object> members, String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new UncheckedIOException(new IOException("The metadata has no " + name));
    }

    private static Known keys(String issuer, String set, long begun) {
        try {
            List<JsonWebKey> keys = new JsonWebKeySet(set).getJsonWebKeys();
            if (keys.isEmpty()) {
                throw new UncheckedIOException(new IOException("The key set has no usable key"));
            }
            return new Known(issuer, keys, begun);
        } catch (JoseException e) {
            throw new UncheckedIOException(new IOException("The key set cannot be read", e));
        }
    }

    private synchronized void record(@Nullable Known read, @Nullable Throwable failure) {
        reading = null;
        if (read != null) {
            known = read;
            notBefore = read.begun() + PAUSE.toNanos();
            if (failures > 0) {
                LOG.info("The identity provider can be read again.");
            }
            failures = 0;
            return;
        }
        failures++;
        notBefore = System.nanoTime() + BACKOFF.after(failures).toNanos();
        if (failures == 1) {
            LOG.warnf("The identity provider cannot be read; requests with tokens may get 503. cause=%s", failure);
        }
    }
}
