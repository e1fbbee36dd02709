package press.gazette.change;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A row of the ledger: one change to public content. Written once, never changed. */
@Entity
public class Change extends PanacheEntityBase {

    /** The change to the subject as readers of the public API see it. */
    public enum Kind {
        CREATED,
        UPDATED,
        WITHDRAWN,
        DELETED,
        MOVED;

        @EnumeratedValue
        final String word = name().toLowerCase(Locale.ROOT);

        static boolean isKnown(String word) {
            return Arrays.stream(values()).anyMatch(kind -> kind.word.equals(word));
        }
    }

    /**
     * The position in the ledger: from 1, without gaps, in the order of the commits. Zero until the ledger numbers it.
     */
    @Id
    private long seq;

    /** When it was recorded; never earlier than the change before it. */
    @Column(nullable = false)
    private Instant at;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(nullable = false)
    private String subject;

    /** The names of all subjects whose responses may differ now, its own subject among them, separated by blanks. */
    @Column(nullable = false)
    private String touched;

    protected Change() {}

    private Change(Kind kind, Subject subject, Collection<Subject> alsoTouched, Instant at) {
        Set<Subject> all = new LinkedHashSet<>(List.of(subject));
        all.addAll(alsoTouched);
        this.kind = kind;
        this.subject = subject.name();
        this.touched = all.stream().map(Subject::name).collect(Collectors.joining(" "));
        this.at = at;
    }

    /** A change that is not in the ledger yet; {@link Ledger#record} puts it there. */
    public static Change of(Kind kind, Subject subject, Collection<Subject> alsoTouched, Instant at) {
        return new Change(kind, subject, alsoTouched, at);
    }

    void number(long seq, Instant noEarlierThan) {
        this.seq = seq;
        this.at = at.isBefore(noEarlierThan) ? noEarlierThan : at;
    }

    public long seq() {
        return seq;
    }

    public Instant at() {
        return at;
    }

    public Kind kind() {
        return kind;
    }

    public Subject subject() {
        return Subject.parse(subject);
    }

    /** All subjects whose responses may differ now, its own subject first. */
    public List<Subject> touched() {
        return subjects(touched);
    }

    static List<Subject> subjects(String names) {
        return Arrays.stream(names.split(" ", -1)).map(Subject::parse).toList();
    }
}
