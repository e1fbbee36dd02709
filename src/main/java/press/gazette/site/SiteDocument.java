package press.gazette.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

import press.gazette.change.Change;
import press.gazette.change.Edit;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.change.Versioned;
import press.gazette.curation.RevisionSchedule;
import press.gazette.database.due.Planned;
import press.gazette.database.due.PlannedRowListener;
import press.gazette.desk.changes.DeskChangeListener;
import press.gazette.problem.Problem;
import press.gazette.site.content.SiteContent;
import press.gazette.tag.VocabularyLock;

/** The site document, one row: its latest revision is the draft, one may be live, and one may be scheduled. */
@Entity
@EntityListeners({PlannedRowListener.class, DeskChangeListener.class})
public class SiteDocument extends PanacheEntityBase implements Planned, Versioned {

    private static final int ONLY = 1;

    @Id
    private int id;

    /** The number of the last save, which is the working draft; 0: nothing is saved yet. */
    @Column(nullable = false)
    private int latestRevision;

    /** The public revision; null: readers get the settings. */
    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable SiteRevision live;

    /** The last publication; null: readers get the settings. */
    private @Nullable Instant liveAt;

    /** Null: no publication is planned. */
    @Embedded
    private @Nullable RevisionSchedule schedule;

    /** The time of the planned publication; null: none is planned. */
    private @Nullable Instant dueAt;

    /** Null: nothing has changed since the database was made. */
    private @Nullable Instant modifiedAt;

    /** The author of the last change; null: none, or an importer. */
    private @Nullable String modifiedBy;

    @Version
    private int version;

    protected SiteDocument() {}

    /** The site document. */
    public static SiteDocument atDesk() {
        return SiteDocument.<SiteDocument>find("id", ONLY).singleResult();
    }

    /** The site document, locked until the transaction ends, behind the shared lock on all tags. */
    public static SiteDocument locked() {
        VocabularyLock.share();
        return findById(ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Saves the content as the next revision, unless the last one is equal. */
    public void save(SiteContent content, @Nullable String note, Edit edit) {
        if (latestRevision > 0 && content.equals(draft())) {
            return;
        }
        latestRevision++;
        SiteRevision.store(latestRevision, content, note, edit);
        editedBy(edit);
    }

    /** Makes this revision public. Returns true if none was. */
    public boolean publish(SiteRevision revision, Edit edit) {
        if (revision.equals(live)) {
            return false;
        }
        boolean isNew = live == null;
        live = revision;
        liveAt = edit.at();
        revision.published(edit);
        editedBy(edit);
        record(edit.at());
        return isNew;
    }

    /** Makes readers get the settings. */
    public void unpublish(Edit edit) {
        if (live == null) {
            throw Problem.conflict("No revision of the site document is public.");
        }
        live = null;
        liveAt = null;
        editedBy(edit);
        record(edit.at());
    }

    /** Plans the publication of a revision, in place of an earlier plan. Returns true if there was none. */
    public boolean schedule(SiteRevision revision, Instant at, Edit edit) {
        boolean isNew = schedule == null;
        schedule = RevisionSchedule.of(revision.number(), at, edit);
        dueAt = at;
        editedBy(edit);
        return isNew;
    }

    /** Cancels the planned publication. */
    public void unschedule(Edit edit) {
        if (schedule == null) {
            throw Problem.conflict("The site document is not scheduled.");
        }
        schedule = null;
        dueAt = null;
        editedBy(edit);
    }

    /** Publishes the scheduled revision, which is due. Returns true if it was not public. */
    boolean publishScheduled(Instant now) {
        RevisionSchedule planned = schedule;
        schedule = null;
        dueAt = null;
        SiteRevision before = live;
        if (planned != null) {
            publish(revision(planned.revision()), new Edit(planned.scheduledBy(), now));
        }
        return live != null && !live.equals(before);
    }

    private void editedBy(Edit edit) {
        modifiedAt = edit.at();
        modifiedBy = edit.editor();
    }

    private void record(Instant now) {
        Ledger.record(Change.of(Change.Kind.UPDATED, subject(), List.of(), now));
    }

    private static SiteRevision revision(int number) {
        return SiteRevision.numbered(number).orElseThrow();
    }

    /** The working draft; as long as nothing is saved, the settings. */
    public SiteContent draft() {
        return SiteRevision.numbered(latestRevision)
                .map(SiteRevision::content)
                .orElseGet(() -> SiteSettings.get().content());
    }

    public int latestRevision() {
        return latestRevision;
    }

    public @Nullable SiteRevision live() {
        return live;
    }

    public @Nullable Instant liveAt() {
        return liveAt;
    }

    public @Nullable RevisionSchedule schedule() {
        return schedule;
    }

    @Override
    public @Nullable Instant dueAt() {
        return dueAt;
    }

    public @Nullable Instant modifiedAt() {
        return modifiedAt;
    }

    public @Nullable String modifiedBy() {
        return modifiedBy;
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public Subject subject() {
        return Subject.SITE;
    }

    @Override
    public Optional<String> lastChange() {
        return Optional.ofNullable(modifiedBy).map(author -> author + " at " + modifiedAt);
    }
}
