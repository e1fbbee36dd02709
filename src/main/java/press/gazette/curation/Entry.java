package press.gazette.curation;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;

import press.gazette.article.Article;

/** An article placed in a list by hand. */
@Entity
@Table(name = "list_entry")
public class Entry extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @SuppressWarnings("UnusedVariable") // read by queries only
    private ListRevision revision;

    /** From 0, in the order that the editor gave. */
    @Column(nullable = false)
    private int position;

    @ManyToOne(fetch = FetchType.LAZY)
    @SuppressWarnings("UnusedVariable") // read by queries only
    private Article article;

    @Column(nullable = false)
    @Convert(converter = Columns.OfOverrides.class)
    private Overrides overrides;

    protected Entry() {}

    Entry(ListRevision revision, int position, Article article, Overrides overrides) {
        this.revision = revision;
        this.position = position;
        this.article = article;
        this.overrides = overrides;
    }
}
