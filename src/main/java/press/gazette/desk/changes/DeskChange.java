package press.gazette.desk.changes;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.Id;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.change.Subject;

/** A change to a resource of the desk. */
@Entity
@SuppressWarnings("UnusedVariable") // read by queries only
class DeskChange extends PanacheEntityBase {

    /** The change to the resource. */
    @Schema(name = "DeskChangeKind")
    enum Kind {
        CREATED,
        UPDATED,
        DELETED;

        @EnumeratedValue
        @JsonValue
        final String word = name().toLowerCase(Locale.ROOT);

        /** Reads a stored word. A kind that only a newer release knows is an update. */
        static Kind parse(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst()
                    .orElse(UPDATED);
        }
    }

    /** From 1, without gaps, in the order of the commits. */
    @Id
    private long seq;

    /** Never earlier than the change before it. */
    @Column(nullable = false)
    private Instant at;

    @Column(nullable = false)
    private String actor;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private Kind kind;

    /** The word of its {@link DeskType}. */
    @Column(nullable = false)
    private String type;

    @Column(nullable = false)
    private String subject;

    /** Null: it was deleted. */
    private @Nullable Integer version;

    protected DeskChange() {}

    DeskChange(Kind kind, DeskType type, Subject subject, @Nullable Integer version, String actor) {
        this.kind = kind;
        this.type = type.word;
        this.subject = subject.name();
        this.version = version;
        this.actor = actor;
    }

    void number(long number, Instant time) {
        seq = number;
        at = time;
    }
}
