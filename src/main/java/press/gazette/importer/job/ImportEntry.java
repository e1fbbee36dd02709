package press.gazette.importer.job;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import press.gazette.importer.item.Note;
import press.gazette.importer.writer.LinkRewriter;
import press.gazette.importer.writer.Outcome;
import press.gazette.importer.writer.Written;
import press.gazette.json.JsonColumn;

/** The outcome of one item of a file: a line of the report. */
@Entity
@IdClass(ImportEntry.Key.class)
public class ImportEntry extends PanacheEntityBase {

    /** The import and the number of the item in its file, from 1. */
    public record Key(UUID jobId, int number) implements Serializable {}

    @Id
    private UUID jobId;

    @Id
    private int number;

    @Column(nullable = false)
    private String foreignId;

    @Column(nullable = false)
    private String title;

    @Column(nullable = false)
    private int line;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private @Nullable UUID articleId;

    /** True if it links to pages of the former site that were not known when it was written. */
    @Column(nullable = false)
    private boolean links;

    @Column(nullable = false)
    @Convert(converter = NotesColumn.class)
    private List<Note> notes;

    protected ImportEntry() {}

    static void keep(Key key, String foreignId, String title, int line, Written written) {
        ImportEntry entry = new ImportEntry();
        entry.jobId = key.jobId();
        entry.number = key.number();
        entry.foreignId = foreignId.length() > 500 ? foreignId.substring(0, 500) : foreignId;
        entry.title = title.length() > 500 ? title.substring(0, 500) : title;
        entry.line = line;
        entry.outcome = written.outcome();
        entry.articleId = written.article();
        entry.links = written.hasUnknownLinks();
        entry.notes = List.copyOf(written.notes());
        entry.persist();
    }

    /** Up to {@code most} entries behind a number, in order. */
    public static List<ImportEntry> after(UUID job, int number, int most) {
        return ImportEntry.<ImportEntry>find("jobId = ?1 and number > ?2 order by jobId, number", job, number)
                .range(0, most - 1)
                .list();
    }

    /** The numbers of the items whose links are to be followed again. */
    static Set<Integer> numbersWithLinks(UUID job) {
        return new TreeSet<>(find("select number from ImportEntry where jobId = ?1 and links = true", job)
                .project(Integer.class)
                .list());
    }

    /** Takes the outcome of following the links again. */
    void follow(Written written) {
        links = false;
        boolean failed = written.outcome() == Outcome.FAILED;
        notes = Stream.concat(
                        notes.stream().filter(note -> failed || !LinkRewriter.isOfLinks(note)),
                        written.notes().stream().filter(note -> failed || LinkRewriter.isOfLinks(note)))
                .toList();
    }

    void undone() {
        outcome = Outcome.UNDONE;
    }

    public int number() {
        return number;
    }

    public String foreignId() {
        return foreignId;
    }

    public String title() {
        return title;
    }

    public int line() {
        return line;
    }

    public Outcome outcome() {
        return outcome;
    }

    public @Nullable UUID articleId() {
        return articleId;
    }

    public List<Note> notes() {
        return notes;
    }

    @Converter
    @Immutable
    static final class NotesColumn extends JsonColumn<List<Note>> {}
}
