package press.gazette.desk.idempotency;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;

/**
 * Makes sure that a repeated request is done once, even if it arrives at several nodes
 * (draft-ietf-httpapi-idempotency-key-header).
 *
 * <p>A key is claimed in a transaction of its own, so that all nodes see it; the response is stored in the transaction
 * that does the work, so that neither exists without the other. If a node dies in between, its claim ends with its
 * lease.
 */
@Singleton
public final class Claims {

    private static final Logger LOG = Logger.getLogger(Claims.class);

    /** The first may lose the race for the row, the second may find it just released. */
    private static final int ATTEMPTS = 3;

    private final IdempotencyConfig config;
    private final Clock clock;

    Claims(IdempotencyConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Claims the key for the request that the token identifies.
     *
     * @return empty if the key is claimed: do the work; else the response of an earlier request
     */
    public Optional<Acknowledgement> claim(RepeatableRequest call, IdempotencyKey key, UUID token) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                Attempt result = QuarkusTransaction.requiringNew().call(() -> attempt(call, key, token));
                if (!result.lost()) {
                    return result.earlier();
                }
            } catch (ConstraintViolationException e) {
                // The race is lost: PostgreSQL reports that the row exists, H2 may fail.
            }
        }
        throw IdempotencyRecord.inUse();
    }

    /** Stores the response in the running transaction. */
    public Acknowledgement finish(UUID token, Acknowledgement response) {
        IdempotencyRecord.finish(token, response, clock.instant());
        return response;
    }

    /** Releases the key after work that failed. If that fails too, the lease ends the claim. */
    public void release(UUID token) {
        try {
            QuarkusTransaction.requiringNew().run(() -> IdempotencyRecord.release(token));
        } catch (RuntimeException e) {
            LOG.warnf("An idempotency key stays claimed until its lease ends; cause=%s", e);
        }
    }

    /** @param lost true if another request has inserted the row meanwhile */
    private record Attempt(boolean lost, Optional<Acknowledgement> earlier) {}

    private Attempt attempt(RepeatableRequest call, IdempotencyKey key, UUID token) {
        Instant now = clock.instant();
        Instant until = now.plus(config.idempotencyLease());
        Optional<IdempotencyRecord> known = IdempotencyRecord.of(call.caller(), key);
        if (known.isEmpty()) {
            return new Attempt(!IdempotencyRecord.insert(call, key, token, now, until), Optional.empty());
        }
        IdempotencyRecord claim = known.get();
        Optional<Acknowledgement> earlier =
                claim.isOlderThan(now.minus(config.idempotencyKept())) ? Optional.empty() : claim.response(call, now);
        if (earlier.isEmpty()) {
            claim.take(call, token, now, until);
        }
        return new Attempt(false, earlier);
    }
}
