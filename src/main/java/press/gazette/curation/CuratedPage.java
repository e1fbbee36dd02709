package press.gazette.curation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Slug;
import press.gazette.change.Change;
import press.gazette.change.Edit;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.change.Versioned;
import press.gazette.desk.changes.DeskChangeListener;

/** A page of lists, such as the home page. A list may be on several pages. Each change is public at once. */
@Entity
@EntityListeners(DeskChangeListener.class)
public class CuratedPage extends PanacheEntityBase implements Versioned {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    /** The name in URLs: chosen once, never changed. */
    @Column(nullable = false)
    private String key;

    @Column(nullable = false)
    private String title;

    @ManyToMany
    @JoinTable(
            name = "curated_page_list",
            joinColumns = @JoinColumn(name = "page_id"),
            inverseJoinColumns = @JoinColumn(name = "list_id"))
    @OrderColumn(name = "position")
    private List<CuratedList> lists = new ArrayList<>();

    @Column(nullable = false)
    private Instant modifiedAt;

    /** The author of the last change; null: an importer. */
    private @Nullable String modifiedBy;

    @Version
    private int version;

    protected CuratedPage() {}

    /** A new page, public at once. */
    public static CuratedPage create(Slug key, String title, List<CuratedList> lists, Edit edit) {
        CuratedPage page = new CuratedPage();
        page.key = key.value();
        page.title = title;
        page.lists.addAll(lists);
        page.modifiedAt = edit.at();
        page.modifiedBy = edit.editor();
        page.persist();
        page.record(Change.Kind.CREATED, edit.at());
        return page;
    }

    /** The page with its lists, public or not: one statement. */
    public static Optional<CuratedPage> atDesk(String key) {
        return find("from CuratedPage p left join fetch p.lists l where p.key = ?1", key)
                .singleResultOptional();
    }

    /** The page with this key, locked until the transaction ends. */
    public static Optional<CuratedPage> locked(String key) {
        return find("select id from CuratedPage where key = ?1", key)
                .project(UUID.class)
                .firstResultOptional()
                .flatMap(id -> Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE)));
    }

    /** The pages that have any of these lists. */
    public static List<CuratedPage> withAny(Collection<UUID> lists) {
        return list("id in (select p.id from CuratedPage p join p.lists l where l.id in ?1)", lists);
    }

    /** True if the list is on a page. */
    public static boolean has(CuratedList list) {
        return count("from CuratedPage p join p.lists l where l = ?1", list) > 0;
    }

    /** Changes title and lists; records a public change in the ledger. */
    public void revise(String otherTitle, List<CuratedList> otherLists, Edit edit) {
        if (title.equals(otherTitle) && lists.equals(otherLists)) {
            return;
        }
        boolean isPublic = !title.equals(otherTitle) || !visible(lists).equals(visible(otherLists));
        title = otherTitle;
        if (!lists.equals(otherLists)) {
            lists.clear();
            lists.addAll(otherLists);
        }
        modifiedAt = edit.at();
        modifiedBy = edit.editor();
        if (isPublic) {
            record(Change.Kind.UPDATED, edit.at());
        }
    }

    /** The public lists. */
    private static List<CuratedList> visible(List<CuratedList> lists) {
        return lists.stream().filter(list -> list.live() != null).toList();
    }

    /** Removes the page; its lists stay. */
    public void discard(Instant now) {
        delete();
        record(Change.Kind.DELETED, now);
    }

    private void record(Change.Kind kind, Instant now) {
        Ledger.record(Change.of(kind, subject(), List.of(Subject.LISTS), now));
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

    /** In the order to show. */
    public List<CuratedList> lists() {
        return lists;
    }

    public Instant modifiedAt() {
        return modifiedAt;
    }

    public @Nullable String modifiedBy() {
        return modifiedBy;
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public Subject subject() {
        return Subject.page(key);
    }

    @Override
    public Optional<String> lastChange() {
        return Optional.ofNullable(modifiedBy).map(author -> author + " at " + modifiedAt);
    }
}
