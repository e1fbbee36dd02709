package press.gazette.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import press.gazette.time.Rounds;

/**
 * Asks the PostgreSQL again and again whether it is there, on a connection of its own: the pool's may all be busy, and then
 * they say nothing about the database. A database that refuses is away at once, one that is silent after a while. The
 * embedded one lives in this process and is never away by itself.
 */
@Singleton
public class Pulse {

    private static final Logger LOG = Logger.getLogger(Pulse.class);

    /** The patience is counted in looks and not in time, or a process that stood still itself would blame the database. */
    private static final int LOOKS = 10;

    private final PulseConfig config;
    private final String url;
    private final Properties login = new Properties();
    private final Event<PulseLost> event;
    private final Clock clock;

    private @Nullable Connection connection;
    private volatile boolean asking;
    private final AtomicInteger looks = new AtomicInteger();
    private volatile @Nullable Instant lostSince;

    Pulse(
            PulseConfig config,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> username,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password,
            Event<PulseLost> event,
            Clock clock,
            MeterRegistry metrics) {
        this.config = config;
        this.url = url;
        username.ifPresent(name -> login.setProperty("user", name));
        password.ifPresent(word -> login.setProperty("password", word));
        this.event = event;
        this.clock = clock;
        metrics.gauge("gazette.database.answers", this, pulse -> pulse.isLost() ? 0 : 1);
    }

    void start(@Observes StartupEvent start, Rounds rounds) {
        if (url.startsWith("jdbc:postgresql:")) {
            rounds.every(config.databaseCheck(), "pulse of the database", this::beat);
            rounds.every(config.databasePatience().dividedBy(LOOKS), "watch over the pulse", this::look);
        }
    }

    /** Whether there is no point in asking the database. */
    public boolean isLost() {
        return lostSince != null;
    }

    /** A connection that has ended says nothing about the database; one that cannot be made does. */
    private void beat() {
        looks.set(0);
        asking = true;
        try {
            ask();
            found();
        } catch (SQLException ended) {
            close();
            askAnew();
        } finally {
            asking = false;
        }
    }

    private void askAnew() {
        try {
            ask();
            found();
        } catch (SQLException e) {
            close();
            lost(e.toString());
        }
    }

    private void look() {
        if (asking && looks.incrementAndGet() > LOOKS) {
            lost("It has been silent for " + config.databasePatience().toMillis() + " ms.");
        }
    }

    private void ask() throws SQLException {
        Connection asked = connection;
        if (asked == null) {
            asked = DriverManager.getConnection(url, login);
            // When the silence was one of the network, this connection will never speak again.
            asked.setNetworkTimeout(Runnable::run, (int)
                    config.databasePatience().multipliedBy(2).toMillis());
            connection = asked;
        }
        try (Statement statement = asked.createStatement()) {
            statement.execute("select 1");
        }
    }

    private void close() {
        Connection ended = connection;
        connection = null;
        if (ended != null) {
            try {
                ended.close();
            } catch (SQLException e) {
                LOG.debugf("A connection that had ended; cause=%s", e);
            }
        }
    }

    private synchronized void found() {
        if (lostSince != null) {
            LOG.infof("The database answers again; lostSince=%s", lostSince);
            lostSince = null;
        }
    }

    private synchronized void lost(String cause) {
        if (lostSince == null) {
            lostSince = clock.instant();
            LOG.warnf("The database does not answer; what is not kept in memory is answered 503; cause=%s", cause);
            event.fire(new PulseLost());
        }
    }
}
