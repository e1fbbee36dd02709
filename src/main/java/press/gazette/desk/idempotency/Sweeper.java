package press.gazette.desk.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

import press.gazette.time.Clockwork;

/** Removes expired idempotency keys. */
@Singleton
final class Sweeper {

    /** Small enough that no request waits for the transaction that removes them. */
    static final int BATCH = 500;

    /** The keys of this time are a few batches in a busy newsroom. */
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final IdempotencyConfig config;
    private final Clock clock;

    Sweeper(IdempotencyConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Clockwork clockwork) {
        clockwork
                .start("expired idempotency keys", () -> {
                    sweep();
                    return INTERVAL;
                })
                .wakeIn(INTERVAL);
    }

    void sweep() {
        Instant oldest = clock.instant().minus(config.idempotencyKept());
        int removed;
        do {
            removed = QuarkusTransaction.requiringNew().call(() -> IdempotencyRecord.removeOlder(oldest, BATCH));
        } while (removed == BATCH);
    }
}
