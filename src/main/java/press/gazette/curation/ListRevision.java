package press.gazette.curation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Article;

/** One state of a list as editors saved it. Immutable: an edit is the next revision. */
@Entity
public class ListRevision extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @SuppressWarnings("UnusedVariable") // read by queries only
    private CuratedList list;

    /** From 1 in each list. */
    @Column(nullable = false)
    private int number;

    @Convert(converter = Columns.OfFill.class)
    private @Nullable Fill fill;

    @OneToMany(mappedBy = "revision", cascade = CascadeType.ALL)
    @OrderBy("position")
    private List<Entry> entries = new ArrayList<>();

    @Column(nullable = false)
    private Instant savedAt;

    protected ListRevision() {}

    /**
     * The first revision of a list.
     *
     * @param fill absent: only the entries
     */
    public static ListRevision first(CuratedList list, @Nullable Fill fill, Instant now) {
        ListRevision revision = new ListRevision();
        revision.list = list;
        revision.number = 1;
        revision.fill = fill;
        revision.savedAt = now;
        revision.persist();
        return revision;
    }

    /** Places an article behind those already placed. */
    public void place(Article article, Overrides overrides) {
        entries.add(new Entry(this, entries.size(), article, overrides));
    }

    public UUID id() {
        return id;
    }

    public int number() {
        return number;
    }

    public @Nullable Fill fill() {
        return fill;
    }

    public Instant savedAt() {
        return savedAt;
    }
}
