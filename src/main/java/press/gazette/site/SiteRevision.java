package press.gazette.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import press.gazette.change.Edit;
import press.gazette.json.JsonColumn;
import press.gazette.site.content.SiteContent;

/** One save of the site document. Its content never changes: the next save is the next revision. */
@Entity
public class SiteRevision extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    /** Counts the saves from 1. */
    @Column(nullable = false)
    private int number;

    @Column(nullable = false)
    private Instant savedAt;

    @Column(nullable = false)
    private String author;

    private @Nullable String note;

    @Column(nullable = false, updatable = false)
    @Convert(converter = ContentColumn.class)
    private SiteContent content;

    /** The last publication; null: never published. */
    private @Nullable Instant publishedAt;

    /** The author of the last publication; null: never published, or by an importer. */
    private @Nullable String publishedBy;

    protected SiteRevision() {}

    static SiteRevision store(int number, SiteContent content, @Nullable String note, Edit edit) {
        SiteRevision revision = new SiteRevision();
        revision.number = number;
        revision.content = content;
        revision.note = note;
        revision.author = edit.author();
        revision.savedAt = edit.at();
        revision.persist();
        return revision;
    }

    /** The revision with this number; empty: there is none. */
    public static Optional<SiteRevision> numbered(int number) {
        return find("number", number).firstResultOptional();
    }

    /** The revisions before a number, the latest first, at most so many. */
    public static List<SiteRevision> before(int number, int most) {
        return SiteRevision.<SiteRevision>find("number < ?1 order by number desc", number)
                .range(0, most - 1)
                .list();
    }

    void published(Edit edit) {
        publishedAt = edit.at();
        publishedBy = edit.editor();
    }

    public int number() {
        return number;
    }

    public Instant savedAt() {
        return savedAt;
    }

    public String author() {
        return author;
    }

    public @Nullable String note() {
        return note;
    }

    public SiteContent content() {
        return content;
    }

    public @Nullable Instant publishedAt() {
        return publishedAt;
    }

    public @Nullable String publishedBy() {
        return publishedBy;
    }

    @Converter
    @Immutable
    static final class ContentColumn extends JsonColumn<SiteContent> {}
}
