package press.gazette.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

import press.gazette.time.Clockwork;

/** Forgets idempotency keys whose time is over. */
@Singleton
final class Sweeper {

    /** Little enough that nobody waits for the transaction that removes them. */
    static final int BATCH = 500;

    /** A busy newsroom's keys of this time are a few batches. */
    private static final Duration OFTEN_ENOUGH = Duration.ofMinutes(10);

    private final DeskConfig config;
    private final Clock clock;

    Sweeper(DeskConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Clockwork clockwork) {
        clockwork
                .start("idempotency keys whose time is over", () -> {
                    sweep();
                    return OFTEN_ENOUGH;
                })
                .wakeIn(OFTEN_ENOUGH);
    }

    void sweep() {
        Instant oldest = clock.instant().minus(config.idempotencyKept());
        int removed;
        do {
            removed = QuarkusTransaction.requiringNew().call(() -> Claim.removeOlder(oldest, BATCH));
        } while (removed == BATCH);
    }
}
