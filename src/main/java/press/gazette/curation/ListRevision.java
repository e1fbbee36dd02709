package press.gazette.curation;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import press.gazette.curation.draft.ListContent;
import press.gazette.json.Json;

/** One state of a list as an editor saved it. Immutable: an edit is the next revision. */
@Entity
public class ListRevision extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(nullable = false)
    private UUID listId;

    /** From 1 in each list. */
    @Column(nullable = false)
    private int number;

    @Column(nullable = false)
    private Instant savedAt;

    @Column(nullable = false)
    private String author;

    private @Nullable String note;

    @Column(nullable = false)
    @Convert(converter = Content.class)
    private ListContent content;

    /** The lists that the content fills from, once more, so that the database can follow them. */
    @ElementCollection
    @CollectionTable(name = "list_source", joinColumns = @JoinColumn(name = "revision_id"))
    @Column(name = "source_id")
    private Set<UUID> sources = new HashSet<>();

    protected ListRevision() {}

    static ListRevision keep(
            UUID list, int number, ListContent content, @Nullable String note, String author, Instant now) {
        ListRevision revision = new ListRevision();
        revision.listId = list;
        revision.number = number;
        revision.content = content;
        revision.sources.addAll(content.sources());
        revision.note = note;
        revision.author = author;
        revision.savedAt = now;
        revision.persist();
        return revision;
    }

    /** The revision of that number. */
    public static Optional<ListRevision> numbered(UUID list, int number) {
        return find("listId = ?1 and number = ?2", list, number).firstResultOptional();
    }

    /** At most that many, the latest first, from behind a number on. */
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
    static class Content implements AttributeConverter<ListContent, String> {

        @Override
        public String convertToDatabaseColumn(ListContent content) {
            return Json.column(content);
        }

        @Override
        public ListContent convertToEntityAttribute(String column) {
            return Json.fromColumn(column, ListContent.class);
        }
    }
}
