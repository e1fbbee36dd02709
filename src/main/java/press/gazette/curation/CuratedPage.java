package press.gazette.curation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
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
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.desk.Versioned;

/** Lists that stand on one page. A list may stand on several pages. Readers see each change at once. */
@Entity
public class CuratedPage extends PanacheEntityBase implements Versioned {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    /** Its address: chosen once, never changed. */
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

    /** Whose the last change was; absent: an importer's. */
    private @Nullable String modifiedBy;

    @Version
    private int version;

    protected CuratedPage() {}

    /** A new page, public at once. */
    public static CuratedPage found(
            Slug key, String title, List<CuratedList> lists, @Nullable String author, Instant now) {
        CuratedPage page = new CuratedPage();
        page.key = key.value();
        page.title = title;
        page.lists.addAll(lists);
        page.modifiedAt = now;
        page.modifiedBy = author;
        page.persist();
        page.tell(Change.Kind.CREATED, now);
        return page;
    }

    /** The page with its lists, public or not: one statement. */
    public static Optional<CuratedPage> atDesk(String key) {
        return find("from CuratedPage p left join fetch p.lists l where p.key = ?1", key)
                .singleResultOptional();
    }

    /** The same, kept from all other writers until the transaction ends. */
    public static Optional<CuratedPage> locked(String key) {
        return find("select id from CuratedPage where key = ?1", key)
                .project(UUID.class)
                .firstResultOptional()
                .flatMap(id -> Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE)));
    }

    /** The pages that have any of these lists. */
    public static List<CuratedPage> showing(Collection<UUID> lists) {
        return list("id in (select p.id from CuratedPage p join p.lists l where l.id in ?1)", lists);
    }

    /** Whether any page has the list. */
    public static boolean has(CuratedList list) {
        return count("from CuratedPage p join p.lists l where l = ?1", list) > 0;
    }

    /** Writes it anew; the ledger hears of what readers notice. */
    public void revise(String otherTitle, List<CuratedList> otherLists, String author, Instant now) {
        if (title.equals(otherTitle) && lists.equals(otherLists)) {
            return;
        }
        boolean noticed = !title.equals(otherTitle) || !seen(lists).equals(seen(otherLists));
        title = otherTitle;
        if (!lists.equals(otherLists)) {
            lists.clear();
            lists.addAll(otherLists);
        }
        modifiedAt = now;
        modifiedBy = author;
        if (noticed) {
            tell(Change.Kind.UPDATED, now);
        }
    }

    /** The lists that readers see. */
    private static List<CuratedList> seen(List<CuratedList> lists) {
        return lists.stream().filter(list -> list.live() != null).toList();
    }

    /** Takes the page away; its lists stay. */
    public void discard(Instant now) {
        delete();
        tell(Change.Kind.DELETED, now);
    }

    private void tell(Change.Kind kind, Instant now) {
        Ledger.record(Change.of(kind, subject(), List.of(Subject.LISTS), now));
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
