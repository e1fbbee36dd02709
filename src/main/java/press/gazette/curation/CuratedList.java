package press.gazette.curation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Slug;
import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;

/** A list that the news desk keeps, such as "Editor's Picks". */
@Entity
public class CuratedList extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    /** Its address: chosen once, never changed. */
    @Column(nullable = false)
    private String key;

    @Column(nullable = false)
    private String title;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private ListKind kind;

    @Column(nullable = false)
    private int maxItems;

    /** The revision that readers see; absent: the list is not public yet. */
    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable ListRevision live;

    @Version
    private int version;

    protected CuratedList() {}

    /** A new list, not public before a revision of it goes live. */
    public static CuratedList found(Slug key, String title, ListKind kind, int maxItems) {
        CuratedList list = new CuratedList();
        list.key = key.value();
        list.title = title;
        list.kind = kind;
        list.maxItems = maxItems;
        list.persist();
        return list;
    }

    /** Shows readers this revision from now on. */
    public void publish(ListRevision revision, Instant now) {
        Change.Kind kindOfChange = live == null ? Change.Kind.CREATED : Change.Kind.UPDATED;
        live = revision;
        Ledger.record(Change.of(kindOfChange, Subject.list(key), List.of(Subject.LISTS), now));
    }

    /** The public list with this key, its live revision with it. */
    static Optional<CuratedList> visible(String key) {
        return find("from CuratedList l join fetch l.live where l.key = ?1", key)
                .firstResultOptional();
    }

    /** At most {@code most} public lists whose keys come behind this one, in the order of their keys. */
    static List<CuratedList> visibleBehind(String key, int most) {
        return find("from CuratedList l join fetch l.live where l.key > ?1 order by l.key", key)
                .range(0, most - 1)
                .list();
    }

    public UUID id() {
        return id;
    }

    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    public ListKind kind() {
        return kind;
    }

    public int maxItems() {
        return maxItems;
    }

    public @Nullable ListRevision live() {
        return live;
    }
}
