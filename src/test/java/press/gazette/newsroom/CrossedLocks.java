package press.gazette.newsroom;

import static org.awaitility.Awaitility.await;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.quarkus.narayana.jta.QuarkusTransaction;

import press.gazette.database.Row;
import press.gazette.database.Sql;

/** Two transactions on PostgreSQL that lock the same rows, each in its own order. */
public final class CrossedLocks {

    private CrossedLocks() {}

    /**
     * Runs {@code first} in a transaction, starts {@code other}, and runs {@code second} in the first transaction once the other has
     * ended or waits for a lock. Fails if the two transactions deadlock, or if {@code other} fails.
     *
     * @param other begins a transaction of its own
     */
    public static void cross(Runnable first, Runnable other, Runnable second) throws Exception {
        ExecutorService node = Executors.newSingleThreadExecutor();
        try {
            Future<?>[] begun = new Future<?>[1];
            QuarkusTransaction.requiringNew().run(() -> {
                // This transaction notices a deadlock first, and fails.
                Sql.of("select set_config('deadlock_timeout', '1ms', true)").first(Row::text);
                first.run();
                begun[0] = node.submit(other);
                await().until(() -> begun[0].isDone() || waiting() > 0);
                second.run();
            });
            begun[0].get();
        } catch (ExecutionException e) {
            throw new AssertionError("The other transaction failed", e.getCause());
        } finally {
            node.shutdown();
        }
    }

    /** The number of connections that wait for the lock of another connection. */
    public static int waiting() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Sql.of("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                        .first(Row::integer)
                        .orElseThrow());
    }
}
