package press.gazette.desk;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;

import press.gazette.change.Subject;
import press.gazette.change.Versioned;
import press.gazette.json.Json;
import press.gazette.problem.Problem;

/** A resource for tests of the desk. */
@Entity
public class Note extends PanacheEntityBase implements Versioned {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Column(nullable = false)
    String slug;

    @Column(nullable = false)
    String draft;

    @Version
    int version;

    static Note write(NoteDraft draft) {
        Note note = new Note();
        note.revise(draft);
        note.persist();
        return note;
    }

    static Note found(String id) {
        return Note.<Note>findByIdOptional(UUID.fromString(id)).orElseThrow(() -> Problem.notFound("note"));
    }

    static Note locked(String id) {
        return Note.<Note>findByIdOptional(UUID.fromString(id), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problem.notFound("note"));
    }

    void revise(NoteDraft draft) {
        this.slug = draft.slug();
        this.draft = Json.column(draft);
    }

    @Override
    public Subject subject() {
        return Subject.parse("note:" + id);
    }

    NoteDraft draft() {
        return Json.draft(draft.getBytes(StandardCharsets.UTF_8), NoteDraft.class);
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public Optional<String> lastChange() {
        return Optional.of("key:ada");
    }
}
