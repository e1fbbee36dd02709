package press.gazette.curation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderColumn;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;

import press.gazette.address.Slug;
import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;

/** Lists that stand on one page. A list may stand on several pages. */
@Entity
public class CuratedPage extends PanacheEntityBase {

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

    protected CuratedPage() {}

    /** A new page, public at once. */
    public static CuratedPage found(Slug key, String title, List<CuratedList> lists, Instant now) {
        CuratedPage page = new CuratedPage();
        page.key = key.value();
        page.title = title;
        page.lists.addAll(lists);
        page.persist();
        Ledger.record(Change.of(Change.Kind.CREATED, Subject.page(page.key), List.of(Subject.LISTS), now));
        return page;
    }

    /** The page with its lists and their live revisions: one statement. */
    static Optional<CuratedPage> visible(String key) {
        return find("from CuratedPage p left join fetch p.lists l left join fetch l.live where p.key = ?1", key)
                .singleResultOptional();
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
}
