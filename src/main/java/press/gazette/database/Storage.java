package press.gazette.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import press.gazette.time.Clockwork;
import press.gazette.time.RoundFailed;
import press.gazette.time.Work;

/**
 * Tracks whether the database can write. When its disk is full or fails, reads go on and writes are rejected until a
 * trial write succeeds. PostgreSQL behaves so by itself; {@link EmbeddedStorage} reopens the embedded database.
 */
@Singleton
public class Storage {

    /** The detail of the problem for a rejected write. */
    public static final String REFUSAL = "The database cannot write right now; reading is possible.";

    private static final Logger LOG = Logger.getLogger(Storage.class);

    /** The interval between trial writes. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Takes 6 MiB of disk, more than any write, and frees them at the end of the transaction. */
    private static final String TRIAL =
            "create table storage_trial as select n, md5(n::text) as content from generate_series(1, 100000) n";

    private final String url;
    private final Properties login = new Properties();
    private final @Nullable EmbeddedStorage embedded;
    private final Clock clock;

    private @Nullable Work trials;
    private volatile @Nullable Instant failingSince;

    Storage(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> username,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password,
            Connections connections,
            Clock clock,
            MeterRegistry metrics) {
        this.url = url;
        username.ifPresent(name -> login.setProperty("user", name));
        password.ifPresent(word -> login.setProperty("password", word));
        this.embedded = EmbeddedStorage.of(url, connections).orElse(null);
        this.clock = clock;
        metrics.gauge("gazette.database.writes", this, storage -> storage.failingSince == null ? 1 : 0);
    }

    void start(@Observes StartupEvent start, Clockwork clockwork) {
        trials = clockwork.start("trial writes", this::attempt);
    }

    /** The time of the first failed write; null if the database can write. */
    public @Nullable Instant failingSince() {
        return failingSince;
    }

    /** True if the failure happened because the database could not write. Logs the first of several such failures. */
    public boolean isCauseOf(Throwable failure) {
        if (!DatabaseFailure.isOfStorage(failure)) {
            return false;
        }
        if (!EmbeddedStorage.isRefusal(failure)) {
            failed(failure);
        }
        return true;
    }

    private synchronized void failed(Throwable failure) {
        if (failingSince == null) {
            failingSince = clock.instant();
            LOG.warnf(
                    "The database cannot write; reading goes on, writes get 503; cause=%s",
                    DatabaseFailure.storageFailure(failure));
        }
        if (trials != null) {
            trials.wakeIn(embedded == null ? PAUSE : Duration.ZERO);
        }
    }

    /** A failed background write is detected here, before a reader meets the closed database. */
    void roundFailed(@Observes RoundFailed round) {
        isCauseOf(round.failure());
    }

    private Duration attempt() {
        if (failingSince != null && (embedded == null ? serverWrites() : embedded.writes())) {
            LOG.infof("The database can write again; failingSince=%s", failingSince);
            failingSince = null;
        }
        return failingSince == null ? Work.UNTIL_WOKEN : PAUSE;
    }

    /** A failure of another kind says nothing about the storage. */
    private boolean serverWrites() {
        try (Connection connection = DriverManager.getConnection(url, login)) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(TRIAL);
            } finally {
                connection.rollback();
            }
            return true;
        } catch (SQLException e) {
            return !DatabaseFailure.isCauseOf(e);
        }
    }
}
