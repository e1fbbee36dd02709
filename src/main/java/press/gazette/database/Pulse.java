package press.gazette.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

import press.gazette.time.Clockwork;
import press.gazette.time.Work;

/**
 * Polls PostgreSQL on a connection of its own: busy pool connections say nothing about the database. A database that
 * rejects the connection is lost at once, a silent one after a timeout. Between two polls it receives notifications on
 * the same connection. The embedded database runs in this process and cannot be lost.
 */
@Singleton
public class Pulse {

    /** The detail of the problem for a request that needs the database while it is lost. */
    public static final String REFUSAL = "The database does not respond.";

    private static final Logger LOG = Logger.getLogger(Pulse.class);

    /**
     * The timeout is counted in checks rather than in time, or a process that was itself suspended would blame the
     * database.
     */
    private static final int CHECKS = 10;

    /** Runs after all observers that add to the poll or listen to a channel. */
    private static final int LATE = Integer.MAX_VALUE - 1;

    private final PulseConfig config;
    private final String url;
    private final Properties login = new Properties();
    private final Event<PulseLost> event;
    private final Clock clock;

    private final DatabasePoll poll;
    private final Map<String, Runnable> listeners = new ConcurrentHashMap<>();

    private volatile @Nullable Connection connection;
    private @Nullable Work watch;
    private volatile boolean stopped;
    private volatile boolean polling;
    private final AtomicInteger checks = new AtomicInteger();
    private volatile @Nullable Instant lostSince;

    Pulse(
            PulseConfig config,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> username,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password,
            Event<PulseLost> event,
            DatabasePoll poll,
            Clock clock,
            MeterRegistry metrics) {
        this.config = config;
        this.url = url;
        username.ifPresent(name -> login.setProperty("user", name));
        password.ifPresent(word -> login.setProperty("password", word));
        this.event = event;
        this.poll = poll;
        this.clock = clock;
        metrics.gauge("gazette.database.answers", this, pulse -> pulse.isLost() ? 0 : 1);
    }

    void start(@Observes @Priority(LATE) StartupEvent start, Clockwork clockwork) {
        if (url.startsWith("jdbc:postgresql:")) {
            watch = clockwork.start("watch over the pulse", this::watch);
            clockwork.start("pulse of the database", this::beat).wake();
        }
    }

    /** Runs before the shutdown waits for background rounds. */
    void stop(@Observes @Priority(1) ShutdownEvent event) {
        stopped = true;
        Connection listening = connection;
        if (listening != null) {
            Connections.abort(listening);
        }
    }

    /**
     * Registers a listener for a PostgreSQL notification channel; it must be quick and must not throw. Notifications
     * sent while the connection is lost are not delivered.
     *
     * @param channel an SQL name; register it before the start ends
     */
    public void listen(String channel, Runnable listener) {
        listeners.put(channel, listener);
    }

    /** True while the database does not respond. */
    public boolean isLost() {
        return lostSince != null;
    }

    /** A closed connection says nothing about the database; a connection that cannot be opened does. */
    private Duration beat() {
        if (stopped) {
            return Work.UNTIL_WOKEN;
        }
        checks.set(0);
        polling = true;
        if (watch != null) {
            watch.wakeIn(step());
        }
        try {
            poll();
            recovered();
        } catch (SQLException ended) {
            close();
            pollAgain();
        } finally {
            polling = false;
        }
        return isLost() ? config.databaseCheck() : awaitNotifications();
    }

    private void pollAgain() {
        try {
            poll();
            recovered();
        } catch (SQLException e) {
            close();
            lost(e.toString());
        }
    }

    private Duration watch() {
        if (polling && checks.incrementAndGet() > CHECKS) {
            lost("No response for " + config.databasePatience().toMillis() + " ms.");
        }
        return polling ? step() : Work.UNTIL_WOKEN;
    }

    private Duration step() {
        return config.databasePatience().dividedBy(CHECKS);
    }

    private void poll() throws SQLException {
        Connection asked = connection;
        if (asked == null) {
            asked = DriverManager.getConnection(url, login);
            connection = asked;
            // If the network was the cause, this connection will never respond again.
            asked.setNetworkTimeout(Runnable::run, (int)
                    config.databasePatience().multipliedBy(2).toMillis());
            listen(asked);
        }
        poll.at(asked);
    }

    private void listen(Connection begun) throws SQLException {
        try (Statement statement = begun.createStatement()) {
            for (String channel : listeners.keySet()) {
                statement.execute("listen " + channel);
            }
        }
    }

    /** Receives notifications until the next poll is due, and returns the time that is left. */
    private Duration awaitNotifications() {
        Connection open = connection;
        long end = System.nanoTime() + config.databaseCheck().toNanos();
        try {
            long left = config.databaseCheck().toMillis();
            while (open != null && left > 0 && !stopped) {
                PGNotification[] news = open.unwrap(PGConnection.class).getNotifications((int) left);
                Stream.ofNullable(news)
                        .flatMap(Arrays::stream)
                        .map(PGNotification::getName)
                        .distinct()
                        .forEach(channel ->
                                listeners.getOrDefault(channel, () -> {}).run());
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            }
        } catch (SQLException e) {
            LOG.debugf("The connection for notifications has ended; cause=%s", e);
            close();
        }
        return Duration.ZERO;
    }

    private void close() {
        Connection ended = connection;
        connection = null;
        if (ended != null) {
            try {
                ended.close();
            } catch (SQLException e) {
                LOG.debugf("Connection had already ended; cause=%s", e);
            }
        }
    }

    private synchronized void recovered() {
        if (lostSince != null) {
            LOG.infof("The database responds again; lostSince=%s", lostSince);
            lostSince = null;
        }
    }

    private synchronized void lost(String cause) {
        if (lostSince == null) {
            lostSince = clock.instant();
            LOG.warnf("The database does not respond; requests that the cache cannot serve get 503; cause=%s", cause);
            event.fire(new PulseLost());
        }
    }
}
