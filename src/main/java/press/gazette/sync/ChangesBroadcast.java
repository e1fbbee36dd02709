package press.gazette.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import org.jspecify.annotations.Nullable;

import press.gazette.cache.CacheFollower;
import press.gazette.cache.LedgerReplaced;
import press.gazette.change.compaction.LedgerEnds;
import press.gazette.delivery.stream.EventStream;
import press.gazette.delivery.stream.StreamText;
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

    /** Changes for a reader that it may have missed and still get with the stream. */
    private static final int MOST_MISSED = 1_000;

    /** Changes among which they are searched: a bound on the time until the stream begins. */
    private static final int MOST_SEARCHED = 10_000;

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
        moveTo(
                from,
                changes.isEmpty()
                        ? known
                        : changes.get(changes.size() - 1).row().seq());
        readers.removeIf(reader -> !reader.stream().isOpen());
        readers.forEach(reader -> reader.stream().run(() -> reader.accept(changes)));
        return changes.size() == BATCH;
    }

    private synchronized long position() {
        return seq;
    }

    /** Moves on, unless the broadcast has begun anew meanwhile. */
    private synchronized void moveTo(long from, long read) {
        if (seq == from) {
            seq = read;
        }
    }

    /** Ends all streams: no position of theirs is one of the new ledger. Their readers come back and are told to start over. */
    synchronized void startOver(@Observes LedgerReplaced event) {
        seq = event.head().seq();
        readers.forEach(reader -> reader.stream().run(() -> reader.stream().end(EventStream.End.RESTART)));
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
        FeedPosition given = after == null ? null : parsed(after, filter);
        LedgerEnds ends = LedgerEnds.read(given == null ? null : given.reached());
        FeedPosition now = FeedPosition.last(ends.head(), tags);
        FeedPosition known = given != null && given.isKnown(tags, ends) ? given.of(tags) : null;
        FeedPosition asked = after == null ? now : known;
        String at = now.text(filter.address());
        if (asked == null) {
            reader.begin(now, StreamText.data(new Restart("gone", at, null)), List.of(), ends.head());
            return;
        }
        @Nullable List<ToldChange> missed = after == null ? List.of() : missed(asked, reader, filter);
        if (missed == null) {
            String from = asked.text(filter.address());
            reader.begin(now, StreamText.data(new Restart("behind", at, from)), List.of(), ends.head());
        } else {
            reader.begin(asked, null, missed, ends.head());
        }
    }

    /**
     * The data of a restart.
     *
     * @param after the position at which the stream goes on
     * @param from the position behind which /v1/changes still has all that was missed; null: none is left
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Restart(
            String reason, String after, @Nullable String from) {}

    /** The changes behind a position that are for this reader; null: too many. */
    private @Nullable List<ToldChange> missed(FeedPosition asked, StreamReader reader, ChangeFilter filter) {
        List<ChangeRow> missed = new ArrayList<>();
        long from = asked.seq();
        int searched = 0;
        int found = BATCH;
        while (found == BATCH) {
            List<ChangeRow> rows =
                    ChangeStatement.behind(from, filter.types(), filter.narrowsArticles(), BATCH, clock.instant());
            found = rows.size();
            searched += found;
            for (ChangeRow row : rows) {
                from = row.seq();
                if (reader.isConcernedBy(row, asked.copied())) {
                    missed.add(row);
                }
            }
            if (missed.size() > MOST_MISSED || searched > MOST_SEARCHED) {
                return null;
            }
        }
        return told(missed);
    }

    private List<ToldChange> told(List<ChangeRow> rows) {
        return rows.stream().map(row -> new ToldChange(row, links)).toList();
    }

    /** Null: not a position, or not one of this filter. */
    private static @Nullable FeedPosition parsed(String after, ChangeFilter filter) {
        try {
            return FeedPosition.parse(after, filter.address());
        } catch (Problem unreadable) {
            return null;
        }
    }
}
