package press.gazette.importer.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import press.gazette.importer.item.Note;
import press.gazette.json.JsonColumn;

/** An import: its file, its options, its place in the file and its counts. */
@Entity
public class ImportJob extends PanacheEntityBase {

    /** A node that dies in the middle leaves its import to itself after this time. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    /** The parts of a run. */
    enum Phase {
        ARTICLES,

        /** Links to articles that stood further on in the file. */
        LINKS
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private ImportFormat format;

    @Column(nullable = false)
    private String mapping;

    @Column(nullable = false)
    private boolean dryRun;

    @Column(nullable = false)
    private String author;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private JobState state = JobState.RUNNING;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private Phase phase = Phase.ARTICLES;

    @Column(nullable = false)
    private Instant createdAt;

    private @Nullable Instant endedAt;

    /** Another node works on it until then. */
    private @Nullable Instant leasedTo;

    private @Nullable String fault;

    @Column(nullable = false)
    @Convert(converter = NotesColumn.class)
    private List<Note> notes = List.of();

    /** The items of the file that are done. */
    @Column(nullable = false)
    private int itemCount;

    @Column(nullable = false)
    private int created;

    @Column(nullable = false)
    private int updated;

    @Column(nullable = false)
    private int unchanged;

    @Column(nullable = false)
    private int leftOut;

    @Column(nullable = false)
    private int failed;

    protected ImportJob() {}

    /** Stores an import that is to run. */
    public static ImportJob begin(ImportFormat format, String mapping, boolean dryRun, String author, Instant now) {
        ImportJob job = new ImportJob();
        job.format = format;
        job.mapping = mapping;
        job.dryRun = dryRun;
        job.author = author;
        job.createdAt = now;
        job.persist();
        return job;
    }

    static ImportJob locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The imports that have work left, the oldest first. */
    static List<ImportJob> unfinished() {
        return list("state in (RUNNING, UNDOING) order by createdAt");
    }

    /** Takes the import for this node; false if another one has it or it has ended. */
    boolean take(Instant now) {
        boolean free = leasedTo == null || !leasedTo.isAfter(now);
        if (!isUnfinished() || !free) {
            return false;
        }
        renew(now);
        return true;
    }

    void renew(Instant now) {
        leasedTo = now.plus(LEASE);
    }

    void count(Outcome outcome) {
        itemCount++;
        switch (outcome) {
            case CREATED -> created++;
            case UPDATED -> updated++;
            case UNCHANGED -> unchanged++;
            case LEFT_OUT -> leftOut++;
            case FAILED -> failed++;
            case UNDONE -> throw new IllegalArgumentException("An import counts what it reads");
        }
    }

    /** Returns whether the run goes on. */
    boolean followLinks() {
        phase = Phase.LINKS;
        return isUnfinished();
    }

    boolean isFollowingLinks() {
        return phase == Phase.LINKS;
    }

    /** Ends it, unless it has ended. Returns whether it ends now. */
    boolean end(JobState last, List<Note> all, @Nullable String reason, Instant now) {
        if (!isUnfinished()) {
            return false;
        }
        state = last;
        notes = all;
        fault = reason;
        endedAt = now;
        leasedTo = null;
        return true;
    }

    /** Ends the import behind the running batch. Ended ones stay as they are. */
    public void stop(Instant now) {
        if (state == JobState.RUNNING) {
            state = JobState.STOPPED;
            endedAt = now;
            leasedTo = null;
        }
    }

    /** Begins to take back its articles. */
    public void undo() {
        state = JobState.UNDOING;
        endedAt = null;
        itemCount = 0;
    }

    /** Counts entries that were taken back. */
    void undid(int entries) {
        itemCount += entries;
    }

    boolean isUnfinished() {
        return state == JobState.RUNNING || state == JobState.UNDOING;
    }

    /** Its articles and addresses can be taken back. */
    public boolean canBeUndone() {
        return !dryRun && (state == JobState.DONE || state == JobState.STOPPED || state == JobState.FAILED);
    }

    public UUID id() {
        return id;
    }

    public ImportFormat format() {
        return format;
    }

    String mapping() {
        return mapping;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    public String author() {
        return author;
    }

    public JobState state() {
        return state;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    public @Nullable String fault() {
        return fault;
    }

    public List<Note> notes() {
        return notes;
    }

    public int itemCount() {
        return itemCount;
    }

    public int created() {
        return created;
    }

    public int updated() {
        return updated;
    }

    public int unchanged() {
        return unchanged;
    }

    public int leftOut() {
        return leftOut;
    }

    public int failed() {
        return failed;
    }

    @Converter
    @Immutable
    static final class NotesColumn extends JsonColumn<List<Note>> {}
}
