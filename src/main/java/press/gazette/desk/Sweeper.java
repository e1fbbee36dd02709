package press.gazette.desk;

import java.time.Clock;
import java.time.Instant;

import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/** Forgets idempotency keys whose time is over. */
@Singleton
final class Sweeper {

    /** Little enough that nobody waits for the transaction that removes them. */
    static final int BATCH = 500;

    private final DeskConfig config;
    private final Clock clock;

    Sweeper(DeskConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Often enough that a busy newsroom's keys of ten minutes are a few batches. */
    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        Instant oldest = clock.instant().minus(config.idempotencyKept());
        int removed;
        do {
            removed = QuarkusTransaction.requiringNew().call(() -> Claim.removeOlder(oldest, BATCH));
        } while (removed == BATCH);
    }
}
