package press.gazette.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import org.jspecify.annotations.Nullable;

import press.gazette.cache.CacheFollower;
import press.gazette.change.compaction.LedgerEnds;
import press.gazette.delivery.stream.EventStream;
import press.gazette.problem.Problem;
import press.gazette.response.Links;
import press.gazette.time.Clockwork;
import press.gazette.time.Work;

/**
 * Reads the ledger once for all streams of this node, and hands each change to all readers. It reads only as far as this
 * node's cache has followed, so that a reader that asks for what has changed does not get the former response. Without
 * readers it does nothing.
 */
@Singleton
final class ChangesBroadcast {

    private static final int BATCH = 500;

    /** Changes that a reader may have missed and still get with the stream. */
    private static final int MOST_MISSED = 1_000;

    private static final Set<ItemType> ALL = EnumSet.allOf(ItemType.class);

    private final CacheFollower follower;
    private final Links links;
    private final Clock clock;
    private final Set<StreamReader> readers = ConcurrentHashMap.newKeySet();
    private long seq;

    ChangesBroadcast(CacheFollower follower, Links links, Clock clock) {
        this.follower = follower;
        this.links = links;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Clockwork clockwork) {
        Work work = clockwork.start("changes for streams", this::round);
        follower.atEveryStep(work::wake);
    }

    private Duration round() {
        boolean more = true;
        while (more && !readers.isEmpty()) {
            more = broadcast();
        }
        return Work.UNTIL_WOKEN;
    }

    private boolean broadcast() {
        long from = position();
        long known = follower.seq();
        if (known <= from) {
            return false;
        }
        List<ToldChange> changes = QuarkusTransaction.requiringNew()
                .call(() -> told(ChangeStatement.behind(from, ALL, true, BATCH, clock.instant())))
                .stream()
                .filter(change -> change.row().seq() <= known)
                .toList();
        moveTo(changes.isEmpty() ? known : changes.get(changes.size() - 1).row().seq());
        readers.removeIf(reader -> !reader.stream().isOpen());
        readers.forEach(reader -> reader.stream().run(() -> reader.accept(changes)));
        return changes.size() == BATCH;
    }

    private synchronized long position() {
        return seq;
    }

    private synchronized void moveTo(long read) {
        seq = Math.max(seq, read);
    }

    /** Adds a reader. The first one finds the broadcast at the end. */
    private synchronized void add(StreamReader reader) {
        if (readers.isEmpty()) {
            seq = Math.max(seq, follower.seq());
        }
        readers.add(reader);
    }

    /**
     * Begins a stream: what its reader has missed since its position, then each change as it comes. A reader whose position
     * is lost, or too far back, is told to start over.
     *
     * @param after the position; null: the present
     */
    void open(ChangeFilter filter, @Nullable String after, EventStream stream) {
        // A transaction of their own: the request, whose session holds a connection to the database, lasts as long as
        // the
        // stream.
        TagCondition tags = QuarkusTransaction.requiringNew().call(filter::tags);
        StreamReader reader = new StreamReader(filter, tags, stream);
        // Changes that come from now on wait for what was missed.
        add(reader);
        QuarkusTransaction.requiringNew().run(() -> begin(reader, filter, tags, after));
    }

    private void begin(StreamReader reader, ChangeFilter filter, TagCondition tags, @Nullable String after) {
        LedgerEnds ends = LedgerEnds.read();
        FeedPosition now = new FeedPosition(ends.head().seq(), ends.head().seq(), tags.fingerprint());
        FeedPosition asked = after == null ? now : known(after, filter, tags, ends);
        List<ToldChange> missed = asked == null
                ? List.of()
                : told(ChangeStatement.behind(
                        asked.seq(), filter.types(), filter.narrowsArticles(), MOST_MISSED, clock.instant()));
        boolean isBehind = missed.size() == MOST_MISSED;
        if (asked == null || isBehind) {
            reader.begin(now, isBehind ? "behind" : "gone", List.of(), now.seq());
        } else {
            reader.begin(asked, null, missed, now.seq());
        }
    }

    private List<ToldChange> told(List<ChangeRow> rows) {
        return rows.stream().map(row -> new ToldChange(row, links)).toList();
    }

    private static @Nullable FeedPosition known(String after, ChangeFilter filter, TagCondition tags, LedgerEnds ends) {
        try {
            FeedPosition position = FeedPosition.parse(after, filter.address());
            return position != null && position.isKnown(tags, ends) ? position : null;
        } catch (Problem unreadable) {
            return null;
        }
    }
}
