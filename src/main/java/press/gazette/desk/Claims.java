package press.gazette.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;

/**
 * Sees to it that a repeated request is done once, on however many nodes it arrives
 * (draft-ietf-httpapi-idempotency-key-header).
 *
 * <p>A key is claimed in a transaction of its own, so that all nodes see it; the answer is kept in the transaction that
 * does the work, so that there is never the one without the other. A node that dies in between leaves a claim whose lease
 * runs out.
 */
@Singleton
final class Claims {

    private static final Logger LOG = Logger.getLogger(Claims.class);

    /** The first may lose the race for the row, the second may find it just given back. */
    private static final int ATTEMPTS = 3;

    private final DeskConfig config;
    private final Clock clock;

    Claims(DeskConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Claims the key for the request that the token names.
     *
     * @return empty: it is claimed, do the work; else what an earlier request was answered
     */
    Optional<Acknowledgement> claim(Call call, IdempotencyKey key, UUID token) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                Attempt result = QuarkusTransaction.requiringNew().call(() -> attempt(call, key, token));
                if (!result.lost()) {
                    return result.earlier();
                }
            } catch (ConstraintViolationException e) {
                // Lost too: PostgreSQL says that the row is there already, H2 may fail over it.
            }
        }
        throw Claim.inUse();
    }

    /** Keeps the answer together with the running transaction. */
    Acknowledgement finish(UUID token, Acknowledgement answer) {
        Claim.finish(token, answer, clock.instant());
        return answer;
    }

    /** Lets the key be used again after work that failed; if that fails too, the lease runs out. */
    void release(UUID token) {
        try {
            QuarkusTransaction.requiringNew().run(() -> Claim.release(token));
        } catch (RuntimeException e) {
            LOG.warnf("An idempotency key stays claimed until its lease ends; cause=%s", e);
        }
    }

    /** @param lost somebody else has inserted the row meanwhile */
    private record Attempt(boolean lost, Optional<Acknowledgement> earlier) {}

    private Attempt attempt(Call call, IdempotencyKey key, UUID token) {
        Instant now = clock.instant();
        Instant until = now.plus(config.idempotencyLease());
        Optional<Claim> known = Claim.of(call.caller(), key);
        if (known.isEmpty()) {
            return new Attempt(!Claim.insert(call, key, token, now, until), Optional.empty());
        }
        Claim claim = known.get();
        Optional<Acknowledgement> earlier =
                claim.isOlderThan(now.minus(config.idempotencyKept())) ? Optional.empty() : claim.answer(call, now);
        if (earlier.isEmpty()) {
            claim.take(call, token, now, until);
        }
        return new Attempt(false, earlier);
    }
}
