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

import press.gazette.change.Bookmark;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.change.Touch;
import press.gazette.delivery.cache.CacheFollower;
import press.gazette.sending.BoundedClient;
import press.gazette.time.Backoff;
import press.gazette.time.Work;

/**
 * Tells one cache what to forget, in order, until it has been told; no other one waits for it. It reads the ledger, sends,
 * and records its place as three steps: no transaction is open while it sends.
 */
final class Purger {

    private static final Logger LOG = Logger.getLogger(Purger.class);

    private static final int CHANGES = 1_000;

    /** So many names are less than the 8 KiB that Varnish reads of a header. */
    private static final int GROUPS = 100;

    /** By then all nodes have heard of the change, and what was on its way to the cache has arrived. */
    private static final Duration ONCE_MORE = Duration.ofSeconds(1);

    /** For so long changes are gathered before they are told, so that many at once are not as many requests. */
    static final Duration GATHERING = Duration.ofMillis(25);

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(32));

    /** Together they touch nearly everything. */
    private static final List<Subject> WIDE = List.of(Subject.ARTICLES, Subject.TAGS, Subject.LABELS, Subject.LISTS);

    /** @param again when to tell once more, by {@link System#nanoTime} */
    private record Told(Set<Subject> groups, long again) {

        boolean isDue(long now) {
            return now - again >= 0;
        }
    }

    private final Receiver receiver;
    private final Bookmark bookmark;
    private final CacheFollower follower;
    private final BoundedClient client;
    private final MeterRegistry metrics;
    private final Deque<Told> onceMore = new ArrayDeque<>();

    private volatile long told;
    private int failures;
    private long notBefore;

    Purger(Receiver receiver, CacheFollower follower, BoundedClient client, MeterRegistry metrics) {
        this.receiver = receiver;
        this.bookmark = new Bookmark(receiver.place());
        this.follower = follower;
        this.client = client;
        this.metrics = metrics;
        // From the start, so that the first failure is an increase.
        List.of("told", "failed").forEach(this::requests);
        metrics.gauge("gazette.purge.behind", Tags.of("receiver", receiver.name()), this, Purger::behind);
    }

    private double behind() {
        return Math.max(0, follower.seq() - told);
    }

    /** Finds the place to go on from; before the first request comes, or a change could be missed. */
    void begin() {
        told = QuarkusTransaction.requiringNew().call(bookmark::place);
    }

    /**
     * Tells what this node has heard of since the last round, and once more what it told a while ago.
     *
     * @return how long until there is something to tell again
     */
    Duration round() {
        long now = System.nanoTime();
        if (failures == 0 || now - notBefore >= 0) {
            tellWhatIsDue(now);
        }
        if (failures > 0) {
            return Duration.ofNanos(notBefore - System.nanoTime());
        }
        if (follower.seq() > told) {
            return GATHERING;
        }
        return onceMore.isEmpty()
                ? Work.UNTIL_WOKEN
                : Duration.ofNanos(onceMore.element().again() - System.nanoTime());
    }

    private void tellWhatIsDue(long now) {
        List<Touch> changes = heard();
        Set<Subject> groups = groups(changes);
        Set<Subject> all = new LinkedHashSet<>(groups);
        onceMore.stream().filter(each -> each.isDue(now)).forEach(each -> all.addAll(each.groups()));
        if (all.isEmpty()) {
            return;
        }
        try {
            tell(new ArrayList<>(all));
        } catch (IOException e) {
            failed(e);
            return;
        }
        onceMore.removeIf(each -> each.isDue(now));
        if (!groups.isEmpty()) {
            onceMore.add(new Told(groups, System.nanoTime() + ONCE_MORE.toNanos()));
            told = changes.get(changes.size() - 1).seq();
            QuarkusTransaction.requiringNew().run(() -> bookmark.moveTo(told));
        }
    }

    /** Not beyond what this node itself has followed: until then it may give out what is to be forgotten. */
    private List<Touch> heard() {
        long heard = follower.seq();
        return heard <= told
                ? List.of()
                : QuarkusTransaction.requiringNew().call(() -> Ledger.touchesAfter(told, CHANGES)).stream()
                        .filter(change -> change.seq() <= heard)
                        .toList();
    }

    private static Set<Subject> groups(List<Touch> changes) {
        Set<Subject> groups = new LinkedHashSet<>();
        for (Touch change : changes) {
            groups.addAll(change.subjects());
            if (!change.understood()) {
                groups.addAll(WIDE);
            }
        }
        return groups;
    }

    private void tell(List<Subject> groups) throws IOException {
        for (int from = 0; from < groups.size(); from += GROUPS) {
            receiver.forget(groups.subList(from, Math.min(groups.size(), from + GROUPS)), client);
        }
        count("told");
        if (failures > 0) {
            failures = 0;
            LOG.infof("A cache can be told again what to forget; receiver=%s", receiver.name());
        }
    }

    private void failed(IOException failure) {
        count("failed");
        failures++;
        notBefore = System.nanoTime() + BACKOFF.after(failures).toNanos();
        if (failures == 1) {
            LOG.warnf("A cache cannot be told what to forget; receiver=%s cause=%s", receiver.name(), failure);
        }
    }

    private void count(String outcome) {
        requests(outcome).increment();
    }

    private Counter requests(String outcome) {
        return metrics.counter("gazette.purge.requests", "receiver", receiver.name(), "outcome", outcome);
    }
}
