package press.gazette.delivery.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import press.gazette.change.Ledger;
import press.gazette.change.LedgerBell;
import press.gazette.change.LedgerReading;
import press.gazette.change.Touch;
import press.gazette.database.PulseLost;
import press.gazette.time.Clockwork;
import press.gazette.time.DatabaseClock;
import press.gazette.time.Work;

/**
 * Reads what all nodes enter into the ledger, in order, and has the cache forget what that touches. Each reading tells the
 * clock what time it is at the database. While the ledger cannot be read the cache goes on giving out what it has: an old
 * page is better than none, and readiness says so.
 */
@Singleton
public class CacheFollower {

    private static final Logger LOG = Logger.getLogger(CacheFollower.class);

    private static final int BATCH = 1_000;

    /** How long it waits before it reads again after it could not: the most by which it notices late that it can. */
    private static final Duration AGAIN = Duration.ofMillis(250);

    private final RenderedCache cache;
    private final CacheConfig config;
    private final DatabaseClock clock;

    /** Who waits for this node to know of a change, by its number. */
    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private volatile @Nullable Work following;
    private volatile long seq = -1;
    private volatile @Nullable Instant stuckSince;

    CacheFollower(RenderedCache cache, CacheConfig config, DatabaseClock clock, MeterRegistry metrics) {
        this.cache = cache;
        this.config = config;
        this.clock = clock;
        metrics.gauge("gazette.ledger.position", this, follower -> follower.seq);
    }

    void start(@Observes StartupEvent event, Clockwork clockwork, LedgerBell bell) {
        Work work = clockwork.start("changes in the ledger", this::follow);
        bell.atEveryRing(work::wake);
        work.wake();
        following = work;
    }

    /** Has something done whenever this node has come to know of changes; it must not take long, nor throw. */
    public void atEveryStep(Runnable listener) {
        listeners.add(listener);
    }

    /** The number of the last change that the cache knows of; -1: it has not begun to read. */
    public long seq() {
        return seq;
    }

    /** Since when the ledger cannot be read; absent: it can. */
    public @Nullable Instant stuckSince() {
        return stuckSince;
    }

    /** Whether what is kept may be given out: not any more where the ledger cannot be read for too long. */
    public boolean isTrusted() {
        Instant since = stuckSince;
        return since == null || clock.instant().isBefore(since.plus(config.serveStale()));
    }

    /**
     * Has something done once this node knows of a change: at once if it does already.
     *
     * @return gives up waiting
     */
    public Runnable whenAt(long wanted, Runnable then) {
        Waiting one = new Waiting(wanted, then);
        waiting.add(one);
        wakeThoseAt(seq);
        return () -> waiting.remove(one);
    }

    private void wakeThoseAt(long reached) {
        for (Waiting one : List.copyOf(waiting)) {
            if (one.seq <= reached && waiting.remove(one)) {
                one.then.run();
            }
        }
    }

    private Duration follow() {
        try {
            while (read() == BATCH) {
                // There may be more.
            }
            if (stuckSince != null) {
                LOG.infof("The ledger can be read again; stuckSince=%s seq=%d", stuckSince, seq);
                stuckSince = null;
            }
            return Work.UNTIL_WOKEN;
        } catch (RuntimeException e) {
            stuck(e.toString());
            return AGAIN;
        }
    }

    /** A reading that is under way may wait for long before it fails. */
    void lost(@Observes PulseLost event) {
        stuck("The database does not answer.");
        Work work = following;
        if (work != null) {
            work.wake();
        }
    }

    private synchronized void stuck(String cause) {
        if (stuckSince == null) {
            stuckSince = clock.instant();
            LOG.warnf("The ledger cannot be read; answers are given out as they are; seq=%d cause=%s", seq, cause);
        }
    }

    private int read() {
        if (seq < 0) {
            long head =
                    QuarkusTransaction.requiringNew().call(() -> Ledger.head().seq());
            cache.begin(head);
            seq = head;
        }
        long asked = System.nanoTime();
        LedgerReading reading = QuarkusTransaction.requiringNew().call(() -> Ledger.read(seq, BATCH));
        clock.learn(reading.databaseTime(), asked, System.nanoTime());
        List<Touch> changes = reading.touches();
        changes.stream()
                .filter(change -> !change.understood())
                .forEach(change -> LOG.errorf(
                        "A change of a kind that this version does not know; all answers are forgotten; seq=%d",
                        change.seq()));
        cache.apply(changes);
        if (!changes.isEmpty()) {
            seq = changes.get(changes.size() - 1).seq();
            wakeThoseAt(seq);
            listeners.forEach(Runnable::run);
        }
        return changes.size();
    }

    private record Waiting(long seq, Runnable then) {}
}
