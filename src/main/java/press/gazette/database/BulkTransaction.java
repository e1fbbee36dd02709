package press.gazette.database;

import java.time.Duration;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A transaction of a load. It takes as long as the disk needs, and the time limits of request transactions do not
 * apply: no client waits for it, and a load that a slow machine cuts off would be cut off at each start.
 */
@Singleton
public class BulkTransaction {

    /** The transaction manager has no unlimited timeout. */
    private static final int LONGEST_SECONDS = (int) Duration.ofDays(7).toSeconds();

    /** Another node may load too, for as long. The settings end with the transaction. */
    private static final String UNBOUNDED =
            "select count(*) from (select set_config('lock_timeout', '0', true), set_config('statement_timeout', '0', true),"
                    + " set_config('idle_in_transaction_session_timeout', '0', true)) settings";

    private final boolean onPostgresql;

    BulkTransaction(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.onPostgresql = url.startsWith("jdbc:postgresql:");
    }

    /** Runs the work in a new transaction and commits it. */
    public <T> T call(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
            if (onPostgresql) {
                Panache.getSession().createNativeQuery(UNBOUNDED, Long.class).getSingleResult();
            }
            return work.get();
        });
    }
}
