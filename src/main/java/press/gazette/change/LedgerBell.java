package press.gazette.change;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

import press.gazette.time.Rounds;

/**
 * Rings when the ledger has got longer: after each commit of this node, and on PostgreSQL of any node, by LISTEN. Nobody may
 * rely on it alone: it rings once too often rather than too rarely, but says nothing while its connection is lost.
 */
@Singleton
public class LedgerBell {

    private static final Logger LOG = Logger.getLogger(LedgerBell.class);

    /** The trigger on {@code ledger_head} tells this channel. */
    private static final String CHANNEL = "gazette_ledger";

    /** After how long a lost connection is opened again. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** How long one look at the connection waits for news; a stop waits no longer than that. */
    private static final int LOOK_MILLIS = 500;

    /** How many looks one connection serves: the pool wants its connections back, to see whether they are in order. */
    private static final int LOOKS = 120;

    private final List<Runnable> hearers = new CopyOnWriteArrayList<>();
    private final AgroalDataSource database;
    private final boolean listens;

    private volatile boolean stopped;
    private boolean lost;

    LedgerBell(AgroalDataSource database, @ConfigProperty(name = "quarkus.datasource.db-kind") String kind) {
        this.database = database;
        this.listens = kind.equals("postgresql");
    }

    /** Has something done at every ring; it must not take long, nor throw. */
    public void atEveryRing(Runnable hearer) {
        hearers.add(hearer);
    }

    void start(@Observes StartupEvent event, Rounds rounds) {
        if (listens) {
            rounds.every(PAUSE, "bell of the ledger", this::listen);
        }
    }

    /** Before the rounds are waited for. */
    void stop(@Observes @Priority(1) ShutdownEvent event) {
        stopped = true;
    }

    void committed(@Observes Committed own) {
        ring();
    }

    private void ring() {
        hearers.forEach(Runnable::run);
    }

    /** Until the connection is lost, or the process stops. */
    private void listen() {
        try {
            while (!stopped) {
                listenForAWhile();
            }
        } catch (SQLException e) {
            if (!lost && !stopped) {
                LOG.warnf("The bell of the ledger is mute until the database is back; cause=%s", e.getMessage());
            }
            lost = true;
        }
    }

    private void listenForAWhile() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
            lost = false;
            // Something may have come while nobody listened.
            ring();
            PGConnection listening = connection.unwrap(PGConnection.class);
            for (int look = 0; look < LOOKS && !stopped; look++) {
                PGNotification[] news = listening.getNotifications(LOOK_MILLIS);
                if (news != null && news.length > 0) {
                    ring();
                }
            }
            statement.execute("unlisten *");
        }
    }
}
