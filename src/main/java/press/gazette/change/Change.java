package press.gazette.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

/**
 * A row of the ledger: one change to public content. The compaction removes it once the subject has a later change, and
 * adds its groups and former slugs to that one.
 */
@Entity
public class Change extends PanacheEntityBase {

    /** The change to the subject as readers of the public API see it. */
    @Schema(name = "ChangeKind")
    public enum Kind {
        CREATED,
        UPDATED,
        WITHDRAWN,
        DELETED,
        MOVED;

        @EnumeratedValue
        @JsonValue
        final String word = name().toLowerCase(Locale.ROOT);

        /** The word that is stored and sent. */
        public String word() {
            return word;
        }

        /** True if readers do not see the subject any more. */
        public boolean isRemoval() {
            return this == WITHDRAWN || this == DELETED;
        }

        /** Reads a stored word. A kind that only a newer release knows is an update. */
        public static Kind parse(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst()
                    .orElse(UPDATED);
        }

        static boolean isKnown(String word) {
            return Arrays.stream(values()).anyMatch(kind -> kind.word.equals(word));
        }
    }

    /**
     * The position in the ledger: from 1, without gaps, in the order of the commits. Zero until the ledger numbers it.
     */
    @Id
    private long seq;

    /** The time of the record; never earlier than that of the change before it. */
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

    /** The slug at which readers find the subject. Absent: it has none, or readers do not see it any more. */
    @Column
    private @Nullable String slug;

    /** The version that readers see. Absent: the subject has none, or readers do not see it any more. */
    @Column
    private @Nullable Integer version;

    /** The class of reason of a withdrawal. */
    @Column
    private @Nullable String reason;

    /** The slugs that lead to the subject since this change, separated by blanks. */
    @Column
    private @Nullable String formerSlugs;

    /** The name of the subject that has replaced this one. Absent: none has. */
    @Column
    private @Nullable String successor;

    /** The import that made it: followers may take its changes together. Absent: none did. */
    @Column
    private @Nullable UUID importId;

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

    /** Adds the slug and the version that readers see now. */
    public Change shownAs(@Nullable String publicSlug, @Nullable Integer publicVersion) {
        slug = publicSlug;
        version = publicVersion;
        return this;
    }

    /** Adds slugs that lead to the subject from now on. */
    public Change formerly(Collection<String> slugs) {
        formerSlugs = slugs.isEmpty() ? null : String.join(" ", slugs);
        return this;
    }

    /** Adds the class of reason of a withdrawal. */
    public Change because(String classOfReason) {
        reason = classOfReason;
        return this;
    }

    /** Names the subject that replaces this one. */
    public Change replacedBy(Subject other) {
        successor = other.name();
        return this;
    }

    /** Marks the changes of one transaction as those of an import, and leaves one for each subject. */
    static void markImported(List<Change> changes, UUID id) {
        List<Change> joined = joined(changes);
        joined.forEach(change -> change.importId = id);
        changes.clear();
        changes.addAll(joined);
    }

    /** Each at the place of the first of its subject. A removal is never joined with others: copies must learn of it. */
    private static List<Change> joined(List<Change> changes) {
        Map<String, Change> open = new HashMap<>();
        List<Change> all = new ArrayList<>();
        for (Change change : changes) {
            Change known = open.get(change.subject);
            if (known == null || known.kind.isRemoval() || change.kind.isRemoval()) {
                all.add(change);
                open.put(change.subject, change);
            } else {
                known.takeIn(change);
            }
        }
        return all;
    }

    private void takeIn(Change later) {
        kind = Stream.of(Kind.CREATED, Kind.MOVED)
                .filter(strong -> kind == strong || later.kind == strong)
                .findFirst()
                .orElse(later.kind);
        at = later.at;
        slug = later.slug;
        version = later.version;
        successor = later.successor;
        List<Subject> latest = later.touched();
        // No group: it says of the change alone that it is in no listing, and the later one knows better.
        boolean isListed = !latest.contains(Subject.UNLISTED);
        touched = Stream.concat(
                        touched().stream().filter(group -> !isListed || !group.equals(Subject.UNLISTED)),
                        latest.stream())
                .map(Subject::name)
                .distinct()
                .collect(Collectors.joining(" "));
        formerly(Stream.concat(formerSlugs().stream(), later.formerSlugs().stream())
                .distinct()
                .filter(former -> !former.equals(slug))
                .toList());
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

    /** The slug at which readers find the subject. Null: none, or written by an older release. */
    public @Nullable String slug() {
        return slug;
    }

    /** The version that readers see. Null: none, or written by an older release. */
    public @Nullable Integer version() {
        return version;
    }

    /** The class of reason of a withdrawal. */
    public @Nullable String reason() {
        return reason;
    }

    /** The slugs that lead to the subject since this change. */
    public List<String> formerSlugs() {
        return formerSlugs == null ? List.of() : List.of(formerSlugs.split(" ", -1));
    }

    /** The subject that has replaced this one, such as the tag into which it was merged. */
    public Optional<Subject> successor() {
        return Optional.ofNullable(successor).map(Subject::parse);
    }

    /** The import that made it. */
    public Optional<UUID> importId() {
        return Optional.ofNullable(importId);
    }

    static List<Subject> subjects(String names) {
        return Arrays.stream(names.split(" ", -1)).map(Subject::parse).toList();
    }
}
