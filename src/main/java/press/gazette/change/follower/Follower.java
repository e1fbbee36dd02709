package press.gazette.change.follower;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import press.gazette.change.Change;
import press.gazette.change.Ledger;

/**
 * Reads the ledger in order, hands changes to its reader and stores its place in the database as a {@link
 * LedgerCursor}. Nodes share the cursor: one of them works at a time, the others wait for its lock and continue from
 * there.
 *
 * <p>Delivery is at least once: a process that dies between the reader's work and the commit of the cursor repeats that
 * work, so readers must be idempotent. A batch that fails is rolled back and retried, each change in a transaction of
 * its own. A change that fails alone is logged and skipped; it never stops those behind it.
 */
public final class Follower {

    /** Large enough that a follower far behind catches up fast, small enough that little is repeated after a crash. */
    private static final int BATCH = 200;

    private static final Logger LOG = Logger.getLogger(Follower.class);

    /** Changes that the reader was given: those with a number above {@code after}, up to {@code last}. */
    private record Given(long after, long last) {}

    private final String name;
    private final Consumer<List<Change>> reader;

    /** @param name the name of the cursor: the same on all nodes, for ever */
    public Follower(String name, Consumer<Change> reader) {
        this(changes -> changes.forEach(reader), name);
    }

    private Follower(Consumer<List<Change>> reader, String name) {
        this.name = name;
        this.reader = reader;
    }

    /** Creates a follower whose reader takes a whole batch, for work that many changes share. */
    public static Follower inBatches(String name, Consumer<List<Change>> reader) {
        return new Follower(reader, name);
    }

    /** Reads to the end of the ledger and returns the number of changes. */
    public int catchUp() {
        QuarkusTransaction.requiringNew().run(() -> LedgerCursor.open(name, LedgerCursor.Start.FIRST_CHANGE));
        int total = 0;
        int read;
        do {
            read = batch();
            total += read;
        } while (read == BATCH);
        return total;
    }

    /**
     * Restarts from the first change: the next {@link #catchUp}, on any node, reads the whole ledger again. Waits for a
     * running batch.
     */
    public void rebuild() {
        QuarkusTransaction.requiringNew().run(() -> LedgerCursor.rebuild(name));
    }

    /**
     * Does work of the reader in a transaction with the lock on the cursor, which gets the number of the last change that was read.
     * Call {@link #catchUp} before.
     */
    public void atCursor(LongConsumer work) {
        QuarkusTransaction.requiringNew()
                .run(() -> work.accept(LedgerCursor.locked(name).seq()));
    }

    private int batch() {
        try {
            return QuarkusTransaction.requiringNew().call(() -> hand(BATCH, new AtomicReference<>()));
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
        AtomicReference<@Nullable Given> given = new AtomicReference<>();
        try {
            return QuarkusTransaction.requiringNew().call(() -> hand(1, given));
        } catch (RuntimeException e) {
            Given failed = given.get();
            if (failed == null) {
                throw e;
            }
            QuarkusTransaction.requiringNew().run(() -> skip(failed));
            LOG.errorf(e, "Follower %s skipped a change that failed; seq=%d", name, failed.last());
            return 1;
        }
    }

    /** @param given is set to the changes that the reader is given */
    private int hand(int most, AtomicReference<@Nullable Given> given) {
        LedgerCursor cursor = LedgerCursor.locked(name);
        List<Change> changes = Ledger.after(cursor.seq(), most);
        if (!changes.isEmpty()) {
            long last = changes.get(changes.size() - 1).seq();
            given.set(new Given(cursor.seq(), last));
            reader.accept(changes);
            cursor.moveTo(last);
        }
        return changes.size();
    }

    /** Moves the cursor past a change, unless another node has done so or the cursor was reset meanwhile. */
    private void skip(Given failed) {
        LedgerCursor cursor = LedgerCursor.locked(name);
        if (cursor.seq() == failed.after()) {
            cursor.moveTo(failed.last());
        }
    }
}
