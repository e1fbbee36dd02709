package press.gazette.curation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** The revision of a list that was live from an instant until the next span begins. Immutable. */
@Entity
@Table(name = "list_live_span")
public class LiveSpan extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(nullable = false)
    private UUID listId;

    /** Null: the list was unpublished. */
    private @Nullable Integer revision;

    @Column(nullable = false)
    private Instant since;

    /** The publisher; null: an importer. */
    private @Nullable String author;

    protected LiveSpan() {}

    static void begin(UUID list, @Nullable Integer revision, @Nullable String author, Instant now) {
        LiveSpan span = new LiveSpan();
        span.listId = list;
        span.revision = revision;
        span.author = author;
        span.since = now;
        span.persist();
    }

    /** The number of the revision that was live at an instant; empty: none. */
    static Optional<Integer> at(UUID list, Instant at) {
        return LiveSpan.<LiveSpan>find("listId = ?1 and since <= ?2 order by since desc, id desc", list, at)
                .firstResultOptional()
                .flatMap(span -> Optional.ofNullable(span.revision));
    }

    /** The spans of these revisions, the earliest first. */
    public static List<LiveSpan> of(UUID list, List<Integer> revisions) {
        return revisions.isEmpty()
                ? List.of()
                : list("listId = ?1 and revision in ?2 order by since, id", list, revisions);
    }

    public int revision() {
        return revision == null ? 0 : revision;
    }

    public Instant since() {
        return since;
    }

    public @Nullable String author() {
        return author;
    }
}
