package press.gazette.sync;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import press.gazette.change.Subject;
import press.gazette.delivery.stream.EventStream;
import press.gazette.delivery.stream.StreamText;

/**
 * One reader of the stream of changes, with its filter and its position. All of it but the constructor runs on the event
 * loop of its connection.
 */
final class StreamReader {

    /** After so long without a change for it, a reader is told its position: its reconnection then has little to read. */
    private static final long POSITION_NANOS = 25_000_000_000L;

    /** More than come while a stream opens. */
    private static final int MOST_WAITING = 100;

    private final ChangeFilter filter;
    private final TagCondition tags;
    private final EventStream stream;

    /** The batches that came while the stream was being opened; null: it is open. */
    private @Nullable List<List<ToldChange>> waiting = new ArrayList<>();

    private FeedPosition position = new FeedPosition(0, 0, "");
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
     * @param lost the reason why the reader must start over; null: it need not
     * @param missed the changes behind the position
     * @param end the end of the ledger, up to which these go
     */
    void begin(FeedPosition from, @Nullable String lost, List<ToldChange> missed, long end) {
        stream.run(() -> {
            position = from;
            String id = from.text(filter.address());
            String first = StreamText.event("welcome", id, "{\"after\":\"" + id + "\"}");
            if (lost != null) {
                first += StreamText.event("restart", id, "{\"reason\":\"" + lost + "\",\"after\":\"" + id + "\"}");
            }
            told();
            stream.begin(first, this::heartbeat);
            stream.run(() -> follow(missed, end));
        });
    }

    private void follow(List<ToldChange> missed, long end) {
        List<List<ToldChange>> later = waiting == null ? List.of() : waiting;
        waiting = null;
        apply(missed);
        position = position.at(Math.max(position.seq(), end));
        later.forEach(this::apply);
    }

    /** Takes the next changes of the ledger. */
    void accept(List<ToldChange> changes) {
        if (waiting == null) {
            apply(changes);
        } else if (waiting.size() < MOST_WAITING) {
            waiting.add(changes);
        } else {
            stream.end(EventStream.End.SLOW);
        }
    }

    private void apply(List<ToldChange> changes) {
        StringBuilder events = new StringBuilder();
        boolean lost = false;
        for (ToldChange change : changes) {
            ChangeRow row = change.row();
            if (row.seq() > position.seq() && !lost) {
                position = position.at(row.seq());
                lost = changesTags(row);
                filter.shown(row, tags, position.copied())
                        .ifPresent(kind -> events.append(StreamText.event("change", id(), change.data(kind))));
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
            stream.end(EventStream.End.RESTART);
        }
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
        boolean hidden = position.seq() > toldSeq && System.nanoTime() - toldAt > POSITION_NANOS;
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
