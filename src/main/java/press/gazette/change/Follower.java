package press.gazette.change;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import jakarta.persistence.LockModeType;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

/**
 * Reads the ledger in order, hands changes to its reader and remembers its place in the database. Nodes share the place: one
 * of them works at a time, the others wait for it and go on from there.
 *
 * <p>A change is handed over at least once: a process that dies between the reader's work and the commit of the place does
 * that work again, so readers must bear repetition. A batch that fails is rolled back and handed over again, each change in a
 * transaction of its own. A change that fails alone is logged and passed over; it never stops those behind it.
 */
public final class Follower {

    /** Large enough that a follower who fell behind catches up fast, small enough that little is repeated after a crash. */
    private static final int BATCH = 200;

    private static final Logger LOG = Logger.getLogger(Follower.class);

    private final String name;
    private final Consumer<List<Change>> reader;

    /** @param name the same on all nodes, for ever: it is where the place is kept */
    public Follower(String name, Consumer<Change> reader) {
        this(changes -> changes.forEach(reader), name);
    }

    private Follower(Consumer<List<Change>> reader, String name) {
        this.name = name;
        this.reader = reader;
    }

    /** A follower whose reader takes a batch at once, for work that many changes share. */
    public static Follower inBatches(String name, Consumer<List<Change>> reader) {
        return new Follower(reader, name);
    }

    /** Reads to the end of the ledger and returns how many changes that were. */
    public int catchUp() {
        QuarkusTransaction.requiringNew().run(() -> FollowerPlace.ensure(name));
        int total = 0;
        int read;
        do {
            read = batch();
            total += read;
        } while (read == BATCH);
        return total;
    }

    private int batch() {
        try {
            return QuarkusTransaction.requiringNew().call(() -> hand(BATCH, new AtomicLong()));
        } catch (RuntimeException e) {
            LOG.debugf(e, "Follower %s reads one by one, since a batch has failed", name);
        }
        int total = 0;
        while (total < BATCH && one() == 1) {
            total++;
        }
        return total;
    }

    private int one() {
        AtomicLong tried = new AtomicLong();
        try {
            return QuarkusTransaction.requiringNew().call(() -> hand(1, tried));
        } catch (RuntimeException e) {
            if (tried.get() == 0) {
                throw e;
            }
            QuarkusTransaction.requiringNew().run(() -> passOver(tried.get()));
            LOG.errorf(e, "Follower %s passed over a change that it could not digest; seq=%d", name, tried.get());
            return 1;
        }
    }

    /** @param tried is set to the last change that the reader is given */
    private int hand(int most, AtomicLong tried) {
        FollowerPlace place = FollowerPlace.findById(name, LockModeType.PESSIMISTIC_WRITE);
        List<Change> changes = Ledger.after(place.seq(), most);
        if (!changes.isEmpty()) {
            tried.set(changes.get(changes.size() - 1).seq());
            reader.accept(changes);
            place.moveTo(tried.get());
        }
        return changes.size();
    }

    /** Moves the place behind a change, unless another node has done so. */
    private void passOver(long seq) {
        FollowerPlace place = FollowerPlace.findById(name, LockModeType.PESSIMISTIC_WRITE);
        if (place.seq() < seq) {
            place.moveTo(seq);
        }
    }
}
