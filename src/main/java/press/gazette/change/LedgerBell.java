package press.gazette.change;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;

import press.gazette.database.DatabasePoll;
import press.gazette.database.Pulse;

/**
 * Rings when the ledger has got longer: after each commit of this node, and on PostgreSQL of any node, by a notification or,
 * when that was lost, with the next look at the database. It rings once too often rather than too rarely, and carries nothing:
 * a listener reads on from its own place.
 */
@Singleton
public class LedgerBell {

    /** The trigger on {@code ledger_head} tells this channel. */
    private static final String CHANNEL = "gazette_ledger";

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** The end of the ledger at the last look; for the thread that looks. */
    private long end = -1;

    /** Has something done at every ring; it must not take long, nor throw. */
    public void atEveryRing(Runnable listener) {
        listeners.add(listener);
    }

    void start(@Observes StartupEvent event, DatabasePoll poll, Pulse pulse) {
        poll.number("select seq from ledger_head", this::found);
        pulse.listen(CHANNEL, this::ring);
    }

    void committed(@Observes Committed own) {
        ring();
    }

    private void found(long seq) {
        if (seq != end) {
            end = seq;
            ring();
        }
    }

    private void ring() {
        listeners.forEach(Runnable::run);
    }
}
