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
 * Looks at the PostgreSQL again and again, on a connection of its own: the pool's may all be busy, and then they say nothing
 * about the database. A database that refuses is away at once, one that is silent after a while. Between two looks it listens
 * on the same connection. The embedded database lives in this process and is never away by itself.
 */
@Singleton
public class Pulse {

    private static final Logger LOG = Logger.getLogger(Pulse.class);

    /** The patience is counted in looks and not in time, or a process that stood still itself would blame the database. */
    private static final int LOOKS = 10;

    /** Behind all that want something found out or listened to. */
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
    private volatile boolean asking;
    private final AtomicInteger looks = new AtomicInteger();
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

    /** Before the rounds are waited for. */
    void stop(@Observes @Priority(1) ShutdownEvent event) {
        stopped = true;
        Connection listening = connection;
        if (listening != null) {
            Connections.cut(listening);
        }
    }

    /**
     * Has something done at each notification in a channel of the PostgreSQL; it must not take long, nor throw. Those that come
     * while the connection is lost are lost too.
     *
     * @param channel an SQL name; to be named before the end of the start
     */
    public void listen(String channel, Runnable listener) {
        listeners.put(channel, listener);
    }

    /** Whether there is no point in asking the database. */
    public boolean isLost() {
        return lostSince != null;
    }

    /** A connection that has ended says nothing about the database; one that cannot be made does. */
    private Duration beat() {
        if (stopped) {
            return Work.UNTIL_WOKEN;
        }
        looks.set(0);
        asking = true;
        if (watch != null) {
            watch.wakeIn(step());
        }
        try {
            ask();
            found();
        } catch (SQLException ended) {
            close();
            askAnew();
        } finally {
            asking = false;
        }
        return isLost() ? config.databaseCheck() : hear();
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

    private Duration watch() {
        if (asking && looks.incrementAndGet() > LOOKS) {
            lost("It has been silent for " + config.databasePatience().toMillis() + " ms.");
        }
        return asking ? step() : Work.UNTIL_WOKEN;
    }

    private Duration step() {
        return config.databasePatience().dividedBy(LOOKS);
    }

    private void ask() throws SQLException {
        Connection asked = connection;
        if (asked == null) {
            asked = DriverManager.getConnection(url, login);
            connection = asked;
            // When the silence was one of the network, this connection will never speak again.
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

    /** Hears notifications until it is time for the next look, and returns how long that still is. */
    private Duration hear() {
        Connection heard = connection;
        long end = System.nanoTime() + config.databaseCheck().toNanos();
        try {
            long left = config.databaseCheck().toMillis();
            while (heard != null && left > 0 && !stopped) {
                PGNotification[] news = heard.unwrap(PGConnection.class).getNotifications((int) left);
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
