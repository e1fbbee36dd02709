package press.gazette.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import press.gazette.change.Invalidation;
import press.gazette.change.Ledger;
import press.gazette.change.LedgerBatch;
import press.gazette.change.LedgerBell;
import press.gazette.change.LedgerPosition;
import press.gazette.change.PrivateInvalidation;
import press.gazette.change.PrivatelyInvalidated;
import press.gazette.database.Pulse;
import press.gazette.database.PulseLost;
import press.gazette.time.Clockwork;
import press.gazette.time.DatabaseClock;
import press.gazette.time.Work;

/**
 * Follows the ledger of all nodes and invalidates the cache. Each reading also sets the clock by the database. While the ledger
 * cannot be read, the cache serves stale responses, which are better than none; readiness reports it.
 */
@Singleton
public class CacheFollower {

    private static final Logger LOG = Logger.getLogger(CacheFollower.class);

    private static final int BATCH = 1_000;

    /** The pause before the next try after a failed reading. */
    private static final Duration AGAIN = Duration.ofMillis(250);

    private final RenderedCache cache;
    private final CacheConfig config;
    private final DatabaseClock clock;
    private final Event<LedgerReplaced> replaced;
    private final Event<PrivatelyInvalidated> privately;

    /** Requests that wait until this node knows of a change. */
    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private volatile @Nullable Work following;

    /** The last change that the cache knows of; used by the work's thread only. */
    private @Nullable LedgerPosition place;

    /** The last private invalidation that the cache knows of; used by the work's thread only. */
    private long lastPrivate;

    private volatile long seq = -1;
    private volatile @Nullable Instant stuckSince;

    CacheFollower(
            RenderedCache cache,
            CacheConfig config,
            DatabaseClock clock,
            Event<LedgerReplaced> replaced,
            Event<PrivatelyInvalidated> privately,
            MeterRegistry metrics) {
        this.cache = cache;
        this.config = config;
        this.clock = clock;
        this.replaced = replaced;
        this.privately = privately;
        metrics.gauge("gazette.ledger.position", this, follower -> follower.seq);
    }

    void start(@Observes StartupEvent event, Clockwork clockwork, LedgerBell bell) {
        Work work = clockwork.start("changes in the ledger", this::follow);
        bell.atEveryRing(work::wake);
        work.wake();
        following = work;
    }

    /** Adds a listener that is called after each reading with changes. It must be quick, and must not throw. */
    public void atEveryStep(Runnable listener) {
        listeners.add(listener);
    }

    /** The number of the last change that the cache knows of; -1 before the first reading. */
    public long seq() {
        return seq;
    }

    /** The time since which the ledger cannot be read; null if it can. */
    public @Nullable Instant stuckSince() {
        return stuckSince;
    }

    /** True if cached responses may be served: not after the ledger could not be read for too long. */
    public boolean isTrusted() {
        Instant since = stuckSince;
        return since == null || clock.instant().isBefore(since.plus(config.serveStale()));
    }

    /**
     * Calls back once this node knows of a change: at once if it does already.
     *
     * @return cancels the wait
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
                // A full batch: there may be further changes.
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

    /** Notes the loss at once: a reading that is under way may fail much later. */
    void lost(@Observes PulseLost event) {
        stuck(Pulse.REFUSAL);
        Work work = following;
        if (work != null) {
            work.wake();
        }
    }

    private synchronized void stuck(String cause) {
        if (stuckSince == null) {
            stuckSince = clock.instant();
            LOG.warnf("The ledger cannot be read; stale responses are served; seq=%d cause=%s", seq, cause);
        }
    }

    private int read() {
        LedgerPosition from = place == null ? begin() : place;
        long asked = System.nanoTime();
        LedgerBatch reading = QuarkusTransaction.requiringNew().call(() -> LedgerBatch.after(from, BATCH));
        clock.learn(reading.databaseTime(), asked, System.nanoTime());
        if (!reading.isContinuation()) {
            return startOver(from);
        }
        List<Invalidation> changes = reading.invalidations();
        changes.stream()
                .filter(change -> !change.understood())
                .forEach(change -> LOG.errorf(
                        "A change of a kind that this version does not know; the whole cache is invalidated; seq=%d",
                        change.seq()));
        cache.apply(changes);
        if (reading.lastPrivate() != lastPrivate) {
            followPrivate(reading.lastPrivate());
        }
        if (!changes.isEmpty()) {
            moveTo(reading.end());
            wakeThoseAt(seq);
            listeners.forEach(Runnable::run);
        }
        return changes.size();
    }

    /** Applies the next private invalidations. If too many are due, or some are removed already, any response may be invalid. */
    private void followPrivate(long last) {
        List<PrivateInvalidation> next =
                QuarkusTransaction.requiringNew().call(() -> PrivateInvalidation.after(lastPrivate, BATCH));
        if (next.isEmpty() || next.size() == BATCH || next.get(0).seq() != lastPrivate + 1) {
            privately.fire(PrivatelyInvalidated.ALL);
        }
        next.forEach(each -> privately.fire(new PrivatelyInvalidated(each.subjects(), false)));
        lastPrivate =
                next.isEmpty() ? last : Math.max(last, next.get(next.size() - 1).seq());
    }

    private LedgerPosition begin() {
        LedgerPosition head = QuarkusTransaction.requiringNew().call(() -> {
            lastPrivate = PrivateInvalidation.last();
            return Ledger.head().position();
        });
        cache.begin(head.seq());
        moveTo(head);
        return head;
    }

    private void moveTo(LedgerPosition read) {
        place = read;
        seq = read.seq();
    }

    /** Clears the cache and begins at the end of a ledger that is not the one before; nothing that was known of it counts. */
    private int startOver(LedgerPosition lost) {
        LedgerPosition head = begin();
        LOG.warnf(
                "The ledger is not the one before: an older copy of the database has replaced it; seq=%d head=%d",
                lost.seq(), head.seq());
        replaced.fire(new LedgerReplaced(head));
        wakeThoseAt(seq);
        listeners.forEach(Runnable::run);
        return 0;
    }

    private record Waiting(long seq, Runnable then) {}
}
