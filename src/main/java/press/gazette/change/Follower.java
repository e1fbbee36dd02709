package press.gazette.change;

import java.util.List;
import java.util.function.Consumer;

import jakarta.persistence.LockModeType;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

/**
 * Reads the ledger in order, hands each change to its reader and remembers its place in the database. Nodes share the
 * place: one of them works at a time, the others wait for it and go on from there.
 *
 * <p>A change is handed over at least once: a process that dies between the reader's work and the commit of the place
 * does that work again, so readers must bear repetition. A change that its reader cannot digest is logged and passed over;
 * it never stops those behind it.
 */
public final class Follower {

    /** Large enough that a follower who fell behind catches up fast, small enough that little is repeated after a crash. */
    private static final int BATCH = 200;

    private static final Logger LOG = Logger.getLogger(Follower.class);

    private final String name;
    private final Consumer<Change> reader;

    /** @param name the same on all nodes, for ever: it is where the place is kept */
    public Follower(String name, Consumer<Change> reader) {
        this.name = name;
        this.reader = reader;
    }

    /** Reads to the end of the ledger and returns how many changes that were. */
    public int catchUp() {
        QuarkusTransaction.requiringNew().run(() -> FollowerPlace.ensure(name));
        int total = 0;
        int read;
        do {
            read = QuarkusTransaction.requiringNew().call(this::batch);
            total += read;
        } while (read == BATCH);
        return total;
    }

    private int batch() {
        FollowerPlace place = FollowerPlace.findById(name, LockModeType.PESSIMISTIC_WRITE);
        List<Change> changes = Ledger.after(place.seq(), BATCH);
        for (Change change : changes) {
            try {
                reader.accept(change);
            } catch (RuntimeException e) {
                LOG.errorf(e, "Follower %s passed over a change that it could not digest; seq=%d", name, change.seq());
            }
            place.moveTo(change.seq());
        }
        return changes.size();
    }
}
