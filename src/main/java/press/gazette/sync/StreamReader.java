package press.gazette.sync;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

import press.gazette.change.LedgerPosition;
import press.gazette.change.Subject;
import press.gazette.delivery.stream.EventStream;
import press.gazette.delivery.stream.StreamText;

/**
 * One reader of the stream of changes, with its filter and its position. All of it but the constructor runs on the event
 * loop of its connection.
 */
final class StreamReader {

    /** After so many heartbeats without a change for it, a reader is told its position: its reconnection then has little to read. */
    private static final double HEARTBEATS = 1.5;

    /** Changes that wait for the buffer of the stream. They are shared by all readers of the node. */
    private static final int MOST_WAITING = 2_000;

    /** The characters of one write, a part of the buffer. */
    private static final int WRITE = 8_192;

    /**
     * Changes that are to be written.
     *
     * @param end the position behind them; null: that of the last of them
     */
    private record Batch(List<ToldChange> changes, @Nullable LedgerPosition end) {}

    private final ChangeFilter filter;
    private final TagCondition tags;
    private final EventStream stream;

    /** The batches that are not written yet, and the number of changes of the first one that are. */
    private final Deque<Batch> waiting = new ArrayDeque<>();

    private int written;
    private int changesWaiting;

    /** False while the stream is being opened. */
    private boolean isBegun;

    private FeedPosition position = new FeedPosition(0, 0, null, "");
    private long toldSeq;
    private long toldAt;

    StreamReader(ChangeFilter filter, TagCondition tags, EventStream stream) {
        this.filter = filter;
        this.tags = tags;
        this.stream = stream;
    }

    EventStream stream() {
        return stream;
    }

    /**
     * Writes the first events.
     *
     * @param from the position of the reader, or the present
     * @param restart the data of the event if the reader must start over; null: it need not
     * @param missed the changes behind the position that concern it
     * @param end the end of the ledger, up to which these go
     */
    void begin(FeedPosition from, @Nullable String restart, List<ToldChange> missed, LedgerPosition end) {
        stream.run(() -> {
            position = from;
            String id = from.text(filter.address());
            String first = StreamText.event("welcome", id, "{\"after\":\"" + id + "\"}");
            if (restart != null) {
                first += StreamText.event("restart", id, restart);
            }
            told();
            stream.begin(first, this::heartbeat);
            stream.run(() -> follow(missed, end));
        });
    }

    private void follow(List<ToldChange> missed, LedgerPosition end) {
        isBegun = true;
        waiting.addFirst(new Batch(missed, end));
        write();
    }

    /** Takes the next changes of the ledger. */
    void accept(List<ToldChange> changes) {
        changesWaiting += changes.size();
        if (changesWaiting > MOST_WAITING) {
            waiting.clear();
            stream.end(EventStream.End.SLOW);
            return;
        }
        waiting.add(new Batch(changes, null));
        if (isBegun) {
            write();
        }
    }

    /** Writes all that waits, in pieces: a reader that takes them slowly gets the next one when it has taken those before. */
    private void write() {
        while (!waiting.isEmpty() && stream.isOpen()) {
            if (stream.isFull()) {
                stream.onceDrained(this::write);
                return;
            }
            writeNext(waiting.element());
        }
    }

    private void writeNext(Batch batch) {
        StringBuilder events = new StringBuilder();
        boolean lost = false;
        while (written < batch.changes().size() && events.length() < WRITE && !lost) {
            lost = add(batch.changes().get(written), events);
            written++;
        }
        if (written == batch.changes().size()) {
            waiting.remove();
            written = 0;
            changesWaiting -= batch.end() == null ? batch.changes().size() : 0;
            LedgerPosition end = batch.end();
            if (end != null && end.seq() > position.seq()) {
                position = position.at(end);
            }
        }
        if (lost) {
            events.append(StreamText.event("restart", id(), "{\"reason\":\"tags\",\"after\":\"" + id() + "\"}"));
        }
        if (!events.isEmpty()) {
            told();
            stream.send(events.toString());
        }
        if (lost) {
            waiting.clear();
            stream.end(EventStream.End.RESTART);
        }
    }

    /** Adds the event of a change, if it is for this reader; true: the reader must start over. */
    private boolean add(ToldChange change, StringBuilder events) {
        ChangeRow row = change.row();
        if (row.seq() <= position.seq()) {
            return false;
        }
        position = position.at(row.position());
        filter.shown(row, tags, position.copied())
                .ifPresent(kind -> events.append(StreamText.event("change", id(), change.data(kind))));
        return changesTags(row);
    }

    /**
     * True if a change is for this reader, or makes it start over; on any thread.
     *
     * @param copied the end of the ledger when the reader's copy began
     */
    boolean isConcernedBy(ChangeRow row, long copied) {
        return changesTags(row) || filter.shown(row, tags, copied).isPresent();
    }

    /** True if the tags of the filter may have other articles now that have not changed themselves. */
    private boolean changesTags(ChangeRow row) {
        if (tags.named().isEmpty() || row.subject().kind() != Subject.Kind.TAG) {
            return false;
        }
        Subject successor = row.successor();
        return filter.articles().withDescendants()
                || (successor != null && tags.named().contains(successor.name()));
    }

    private String heartbeat() {
        boolean hidden = position.seq() > toldSeq
                && System.nanoTime() - toldAt > HEARTBEATS * stream.heartbeat().toNanos();
        if (!hidden) {
            return "";
        }
        told();
        return StreamText.event("position", id(), "{\"after\":\"" + id() + "\"}");
    }

    private void told() {
        toldSeq = position.seq();
        toldAt = System.nanoTime();
    }

    private String id() {
        return position.text(filter.address());
    }
}
