package press.gazette.importer.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.importer.item.Note;
import press.gazette.importer.writer.Outcome;

/** An import: its file, its options, its place in the file and its counts. */
@Entity
public class ImportJob extends PanacheEntityBase {

    /** Articles are written first; then those again that link to later ones. */
    private enum Phase {
        ARTICLES,
        LINKS
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Embedded
    private ImportOptions options;

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

    /** A process runs it until then. */
    private @Nullable Instant leasedTo;

    /** The number of runs so far: only the last one may write. */
    @Column(nullable = false)
    private int runs;

    private @Nullable String fault;

    /** The mapping that a dry run proposes, in YAML. Absent: it is none, or it has not ended. */
    private @Nullable String proposal;

    @Column(nullable = false)
    @Convert(converter = ImportEntry.NotesColumn.class)
    private List<Note> notes = List.of();

    @Embedded
    private ImportCounts counts = new ImportCounts();

    /** True while its end is to be recorded in the ledger, since it has changed what readers see. */
    @Column(nullable = false)
    private boolean announcementDue;

    /** The time of the last of its files that has arrived. */
    private @Nullable Instant receivedAt;

    protected ImportJob() {}

    /** Stores an import that is to run once its files are here. */
    public static ImportJob begin(ImportOptions options, String author, Instant now) {
        ImportJob job = new ImportJob();
        job.options = options;
        job.state = options.fileCount() > 1 ? JobState.RECEIVING : JobState.RUNNING;
        job.author = author;
        job.createdAt = now;
        job.receivedAt = now;
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

    /** Begins a run and returns its number; empty if another process runs the import, or it has ended. */
    Optional<Integer> take(Instant now) {
        boolean free = leasedTo == null || !leasedTo.isAfter(now);
        if (!isUnfinished() || !free) {
            return Optional.empty();
        }
        runs++;
        renew(now);
        return Optional.of(runs);
    }

    /** True if no later run has begun. */
    boolean isIn(int run) {
        return runs == run;
    }

    /** Frees all imports, where no other node can have one. Returns their number. */
    static int releaseAll() {
        return update("leasedTo = null where leasedTo is not null");
    }

    /** Keeps it for the process that runs it, unless it has ended. */
    void renew(Instant now) {
        if (isUnfinished()) {
            leasedTo = now.plus(ImportLease.LENGTH);
        }
    }

    void count(Outcome outcome) {
        counts.count(outcome);
        noteChanges();
    }

    /** Notes that the running transaction has changed what readers see, if it has. */
    void noteChanges() {
        announcementDue |= Ledger.hasChanges();
    }

    /** Records its end in the ledger: those who follow it learn of the changes of an import together. */
    void announce(Instant now) {
        if (announcementDue && !isUnfinished()) {
            announcementDue = false;
            Ledger.record(Change.of(Change.Kind.UPDATED, Subject.imported(id), List.of(), now));
        }
    }

    /** The imports that have ended, and whose end is not in the ledger yet. */
    static List<UUID> toAnnounce() {
        return ids("announcementDue and state not in (RUNNING, UNDOING)");
    }

    /** Their ids alone: an import is read once it is locked. */
    private static List<UUID> ids(String condition) {
        return find("select id from ImportJob where " + condition + " order by createdAt")
                .project(UUID.class)
                .list();
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

    /** Begins to run if all of its files are here. */
    public void received(boolean all, Instant now) {
        receivedAt = now;
        if (all && state == JobState.RECEIVING) {
            state = JobState.RUNNING;
        }
    }

    /** The imports that wait for files. */
    static List<UUID> receiving() {
        return ids("state = RECEIVING");
    }

    /** The time of the last of its files that has arrived. */
    Instant lastReceived() {
        return receivedAt == null ? createdAt : receivedAt;
    }

    /** Stops it, since the files that it waits for do not come. */
    void abandon(String reason, Instant now) {
        fault = reason;
        stop(now);
    }

    /** Ends the import behind the running batch. Ended ones stay as they are. */
    public void stop(Instant now) {
        if (state == JobState.RUNNING || state == JobState.RECEIVING) {
            state = JobState.STOPPED;
            endedAt = now;
            leasedTo = null;
        }
    }

    /** Begins to take back its articles. A stopped run that is still in a batch stores it no more. */
    public void undo() {
        state = JobState.UNDOING;
        runs++;
        endedAt = null;
        counts.beginReversal();
    }

    boolean isUnfinished() {
        return state == JobState.RUNNING || state == JobState.UNDOING;
    }

    /** Its articles and addresses can be taken back. An export of Gazette has its articles' whole past, which nothing undoes. */
    public boolean canBeUndone() {
        return !options.dryRun()
                && options.format() != ImportFormat.NDJSON
                && (state == JobState.DONE || state == JobState.STOPPED || state == JobState.FAILED);
    }

    public UUID id() {
        return id;
    }

    public ImportOptions options() {
        return options;
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

    void propose(String mapping) {
        proposal = mapping;
    }

    public @Nullable String proposal() {
        return proposal;
    }

    public List<Note> notes() {
        return notes;
    }

    public ImportCounts counts() {
        return counts;
    }
}
