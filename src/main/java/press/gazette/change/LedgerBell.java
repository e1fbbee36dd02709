package press.gazette.change;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;

import press.gazette.database.DatabasePoll;
import press.gazette.database.Pulse;

/**
 * Notifies listeners that the ledger has grown: after each commit of this node, and on PostgreSQL of any node, by a
 * notification or, if that is lost, with the next poll of the database. It may notify too often but never misses a
 * change, and carries no data: a listener reads on from its own place.
 */
@Singleton
public class LedgerBell {

    /** The channel of the trigger on {@code ledger_head}. */
    private static final String CHANNEL = "gazette_ledger";

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** The end of the ledger at the last poll; used by the polling thread only. */
    private long end = -1;

    /** The last number of a private invalidation at that poll. */
    private long endOfPrivate = -1;

    /** Registers a listener, which must be quick and must not throw. */
    public void atEveryRing(Runnable listener) {
        listeners.add(listener);
    }

    void start(@Observes StartupEvent event, DatabasePoll poll, Pulse pulse) {
        poll.number("select seq from ledger_head", this::polled);
        poll.number(PrivateInvalidation.LAST, this::polledPrivate);
        pulse.listen(CHANNEL, this::ring);
    }

    void committed(@Observes ChangesCommitted own) {
        ring();
    }

    private void polled(long seq) {
        if (seq != end) {
            end = seq;
            ring();
        }
    }

    private void polledPrivate(long seq) {
        if (seq != endOfPrivate) {
            endOfPrivate = seq;
            ring();
        }
    }

    private void ring() {
        listeners.forEach(Runnable::run);
    }
}
