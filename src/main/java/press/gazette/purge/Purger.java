package press.gazette.purge;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import press.gazette.cache.CacheFollower;
import press.gazette.change.Invalidation;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.change.follower.LedgerCursor;
import press.gazette.sending.BoundedClient;
import press.gazette.time.Backoff;
import press.gazette.time.Work;

/**
 * Sends invalidations to one external cache, in order, with retries; other caches do not wait for it. It reads the
 * ledger, sends, and moves its cursor in three steps: no transaction is open while it sends.
 */
final class Purger {

    private static final Logger LOG = Logger.getLogger(Purger.class);

    private static final int CHANGES = 1_000;

    /** Their names fit the 8 KiB that Varnish reads of a header. */
    private static final int GROUPS = 100;

    /** By then all nodes have read the change, and responses on their way to the cache have arrived. */
    private static final Duration REPEAT_AFTER = Duration.ofSeconds(1);

    /** Changes are collected for this long, so that many at once make few requests. */
    static final Duration COLLECTING = Duration.ofMillis(25);

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(32));

    /** Together these subjects invalidate nearly everything. */
    private static final List<Subject> WIDE =
            List.of(Subject.ARTICLES, Subject.TAGS, Subject.LABELS, Subject.LISTS, Subject.SITE);

    /** @param again the time of the second request, by {@link System#nanoTime} */
    private record Repeat(Set<Subject> groups, long again) {

        boolean isDue(long now) {
            return now - again >= 0;
        }
    }

    private final ExternalCache cache;
    private final String cursor;
    private final CacheFollower follower;
    private final BoundedClient client;
    private final MeterRegistry metrics;
    private final Deque<Repeat> repeats = new ArrayDeque<>();

    private volatile long sent;
    private int failures;
    private long notBefore;

    Purger(ExternalCache cache, CacheFollower follower, BoundedClient client, MeterRegistry metrics) {
        this.cache = cache;
        this.cursor = cache.cursor();
        this.follower = follower;
        this.client = client;
        this.metrics = metrics;
        // Registered at the start, so that the first failure shows as an increase.
        List.of("told", "failed").forEach(this::requests);
        metrics.gauge("gazette.purge.behind", Tags.of("receiver", cache.name()), this, Purger::behind);
    }

    private double behind() {
        return Math.max(0, follower.seq() - sent);
    }

    /**
     * Opens the cursor. Must run before the first request is served, or a change could be missed; and again when an older copy of
     * the database, with its cursor, has replaced it.
     */
    void begin() {
        sent = QuarkusTransaction.requiringNew().call(() -> LedgerCursor.open(cursor, LedgerCursor.Start.NEXT_CHANGE));
    }

    /**
     * Sends the invalidations that this node has read since the last round, and repeats earlier ones that are due.
     *
     * @return the time until something is due again
     */
    Duration round() {
        long now = System.nanoTime();
        if (failures == 0 || now - notBefore >= 0) {
            sendDue(now);
        }
        if (failures > 0) {
            return Duration.ofNanos(notBefore - System.nanoTime());
        }
        if (follower.seq() > sent) {
            return COLLECTING;
        }
        return repeats.isEmpty()
                ? Work.UNTIL_WOKEN
                : Duration.ofNanos(repeats.element().again() - System.nanoTime());
    }

    private void sendDue(long now) {
        List<Invalidation> changes = applied();
        Set<Subject> groups = groups(changes);
        Set<Subject> all = new LinkedHashSet<>(groups);
        repeats.stream().filter(each -> each.isDue(now)).forEach(each -> all.addAll(each.groups()));
        if (all.isEmpty()) {
            return;
        }
        try {
            send(new ArrayList<>(all));
        } catch (IOException e) {
            failed(e);
            return;
        }
        repeats.removeIf(each -> each.isDue(now));
        if (!groups.isEmpty()) {
            repeats.add(new Repeat(groups, System.nanoTime() + REPEAT_AFTER.toNanos()));
            sent = changes.get(changes.size() - 1).seq();
            QuarkusTransaction.requiringNew().run(() -> LedgerCursor.advance(cursor, sent));
        }
    }

    /** Only changes that this node has applied itself: until then it may still serve the old responses. */
    private List<Invalidation> applied() {
        long newest = follower.seq();
        return newest <= sent
                ? List.of()
                : QuarkusTransaction.requiringNew().call(() -> Ledger.invalidationsAfter(sent, CHANGES)).stream()
                        .filter(change -> change.seq() <= newest)
                        .toList();
    }

    private static Set<Subject> groups(List<Invalidation> changes) {
        Set<Subject> groups = new LinkedHashSet<>();
        for (Invalidation change : changes) {
            groups.addAll(change.subjects());
            if (!change.understood()) {
                groups.addAll(WIDE);
            }
        }
        return groups;
    }

    private void send(List<Subject> groups) throws IOException {
        for (int from = 0; from < groups.size(); from += GROUPS) {
            cache.invalidate(groups.subList(from, Math.min(groups.size(), from + GROUPS)), client);
        }
        count("told");
        if (failures > 0) {
            failures = 0;
            LOG.infof("Invalidations reach the cache again; receiver=%s", cache.name());
        }
    }

    private void failed(IOException failure) {
        count("failed");
        failures++;
        notBefore = System.nanoTime() + BACKOFF.after(failures).toNanos();
        if (failures == 1) {
            LOG.warnf("Invalidations do not reach the cache; receiver=%s cause=%s", cache.name(), failure);
        }
    }

    private void count(String outcome) {
        requests(outcome).increment();
    }

    private Counter requests(String outcome) {
        return metrics.counter("gazette.purge.requests", "receiver", cache.name(), "outcome", outcome);
    }
}
