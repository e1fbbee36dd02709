package press.gazette.curation;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import press.gazette.change.Edit;
import press.gazette.curation.content.ListContent;
import press.gazette.json.JsonColumn;

/** One save of a list. Immutable: the next save is the next revision. */
@Entity
public class ListRevision extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(nullable = false)
    private UUID listId;

    /** Counts the saves of the list from 1. */
    @Column(nullable = false)
    private int number;

    @Column(nullable = false)
    private Instant savedAt;

    @Column(nullable = false)
    private String author;

    private @Nullable String note;

    @Column(nullable = false)
    @Convert(converter = ContentColumn.class)
    private ListContent content;

    /** A copy of the lists among the sources of the content, so that SQL can follow them. */
    @ElementCollection
    @CollectionTable(name = "list_source", joinColumns = @JoinColumn(name = "revision_id"))
    @Column(name = "source_id")
    private Set<UUID> sources = new HashSet<>();

    protected ListRevision() {}

    static ListRevision store(UUID list, int number, ListContent content, @Nullable String note, Edit edit) {
        ListRevision revision = new ListRevision();
        revision.listId = list;
        revision.number = number;
        revision.content = content;
        revision.sources.addAll(content.sources());
        revision.note = note;
        revision.author = edit.author();
        revision.savedAt = edit.at();
        revision.persist();
        return revision;
    }

    /** The revision with this number; empty: there is none. */
    public static Optional<ListRevision> numbered(UUID list, int number) {
        return find("listId = ?1 and number = ?2", list, number).firstResultOptional();
    }

    /** The revisions before a number, the latest first, at most so many. */
    public static List<ListRevision> before(UUID list, int number, int most) {
        return ListRevision.<ListRevision>find(
                        "listId = ?1 and number < ?2 order by listId desc, number desc", list, number)
                .range(0, most - 1)
                .list();
    }

    public UUID listId() {
        return listId;
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

    public ListContent content() {
        return content;
    }

    @Converter
    @Immutable
    static final class ContentColumn extends JsonColumn<ListContent> {}
}
