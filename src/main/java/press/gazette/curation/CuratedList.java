package press.gazette.curation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

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
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Slug;
import press.gazette.change.Change;
import press.gazette.change.Edit;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.change.Versioned;
import press.gazette.curation.content.ListContent;
import press.gazette.database.due.Planned;
import press.gazette.database.due.PlannedRowListener;
import press.gazette.desk.changes.DeskChangeListener;
import press.gazette.problem.Problem;

/** A curated list such as "Editor's Picks": its latest revision is the draft, one may be live, and one may be scheduled. */
@Entity
@EntityListeners({PlannedRowListener.class, DeskChangeListener.class})
public class CuratedList extends PanacheEntityBase implements Planned, Versioned {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    /** The name in URLs: chosen once, never changed. */
    @Column(nullable = false)
    private String key;

    /** Of the revision that was last published; before the first publication, of the latest revision. */
    @Embedded
    private ListFace face;

    /** The number of the last save, which is the working draft. */
    @Column(nullable = false)
    private int latestRevision;

    /** The public revision; null: the list is not public. */
    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable ListRevision live;

    /** The last publication; null: the list is not public. */
    private @Nullable Instant liveAt;

    /** Null: no publication is planned. */
    @Embedded
    private @Nullable RevisionSchedule schedule;

    /** The next instant at which time alone may change the public items; null: never. Not an edit, so no new version. */
    @OptimisticLock(excluded = true)
    private @Nullable Instant dueAt;

    /** True once a revision was published. */
    @Column(nullable = false)
    private boolean revealed;

    @Column(nullable = false)
    private Instant modifiedAt;

    /** The author of the last change; null: an importer. */
    private @Nullable String modifiedBy;

    @Version
    private int version;

    protected CuratedList() {}

    /** A new list with its first revision; not public before a revision of it goes live. */
    public static CuratedList create(Slug key, ListContent content, @Nullable String note, Edit edit) {
        CuratedList list = new CuratedList();
        list.key = key.value();
        list.latestRevision = 1;
        list.face = ListFace.of(content);
        list.editedBy(edit);
        list.persist();
        ListRevision.store(list.id, 1, content, note, edit);
        return list;
    }

    /** The list with this key, public or not. */
    public static Optional<CuratedList> atDesk(String key) {
        return find("key", key).firstResultOptional();
    }

    /** The list with this key, locked until the transaction ends. */
    public static Optional<CuratedList> locked(String key) {
        return find("select id from CuratedList where key = ?1", key)
                .project(UUID.class)
                .firstResultOptional()
                .flatMap(id -> Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE)));
    }

    /** Saves the content as the next revision, unless the last one is equal. */
    public void save(ListContent content, @Nullable String note, Edit edit) {
        if (content.equals(draft())) {
            return;
        }
        latestRevision++;
        ListRevision.store(id, latestRevision, content, note, edit);
        if (!revealed) {
            face = ListFace.of(content);
        }
        editedBy(edit);
    }

    /** Makes this revision public. Returns true if the list was not public. */
    public boolean publish(ListRevision revision, Edit edit) {
        if (revision.equals(live)) {
            return false;
        }
        boolean isNew = live == null;
        Instant now = edit.at();
        live = revision;
        liveAt = now;
        revealed = true;
        face = ListFace.of(revision.content());
        editedBy(edit);
        LiveSpan.begin(id, revision.number(), edit.editor(), now);
        plan(now);
        record(isNew ? Change.Kind.CREATED : Change.Kind.UPDATED, now);
        return isNew;
    }

    /** Makes the list not found for readers. */
    public void unpublish(Edit edit) {
        if (live == null) {
            throw Problem.conflict("The list is not public.");
        }
        live = null;
        liveAt = null;
        editedBy(edit);
        LiveSpan.begin(id, null, edit.editor(), edit.at());
        plan(edit.at());
        record(Change.Kind.DELETED, edit.at());
    }

    /** Plans the publication of a revision, in place of an earlier plan. Returns true if there was none. */
    public boolean schedule(ListRevision revision, Instant at, Edit edit) {
        boolean isNew = schedule == null;
        schedule = RevisionSchedule.of(revision.number(), at, edit);
        editedBy(edit);
        plan(edit.at());
        return isNew;
    }

    /** Cancels the planned publication. */
    public void unschedule(Edit edit) {
        if (schedule == null) {
            throw Problem.conflict("The list is not scheduled.");
        }
        schedule = null;
        editedBy(edit);
        plan(edit.at());
    }

    /** Publishes a revision that is due and plans the next look. Returns true if it published. */
    public boolean timePasses(Instant now) {
        ListRevision before = live;
        RevisionSchedule planned = schedule;
        if (planned != null && !planned.publishAt().isAfter(now)) {
            schedule = null;
            publish(revision(planned.revision()), new Edit(planned.scheduledBy(), now));
        }
        plan(now);
        return !Objects.equals(live, before);
    }

    /** Records in the ledger that time alone changed the public items. */
    public void recordPassedTime(Instant now) {
        record(Change.Kind.UPDATED, now);
    }

    /** Removes a list that was never public, with all its revisions. */
    public void discard() {
        if (revealed) {
            throw Problem.conflict("Readers have seen the list. Unpublish it; its address stays taken.");
        }
        ListRevision.<ListRevision>list("listId", id).forEach(ListRevision::delete);
        delete();
    }

    private void editedBy(Edit edit) {
        modifiedAt = edit.at();
        modifiedBy = edit.editor();
    }

    private void plan(Instant now) {
        Optional<Instant> change =
                Optional.ofNullable(live).flatMap(revision -> revision.content().nextChange(now));
        dueAt = Stream.of(Optional.ofNullable(schedule).map(RevisionSchedule::publishAt), change)
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private void record(Change.Kind kindOfChange, Instant now) {
        Ledger.record(Change.of(kindOfChange, subject(), List.of(Subject.LISTS), now)
                .shownAs(null, live == null ? null : live.number()));
    }

    /** The revision with this number, which exists. */
    public ListRevision revision(int number) {
        return ListRevision.numbered(id, number).orElseThrow();
    }

    /** The working draft. */
    public ListContent draft() {
        return revision(latestRevision).content();
    }

    /** The number of the revision that is live at an instant, in the past or by the present plan; empty: none. */
    public Optional<Integer> liveAt(Instant at, Instant now) {
        if (at.isBefore(now)) {
            return LiveSpan.at(id, at);
        }
        return schedule != null && !schedule.publishAt().isAfter(at)
                ? Optional.of(schedule.revision())
                : Optional.ofNullable(live).map(ListRevision::number);
    }

    public UUID id() {
        return id;
    }

    public String key() {
        return key;
    }

    public ListFace face() {
        return face;
    }

    public int latestRevision() {
        return latestRevision;
    }

    public @Nullable ListRevision live() {
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

    public Instant modifiedAt() {
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
        return Subject.list(key);
    }

    @Override
    public Optional<String> lastChange() {
        return Optional.ofNullable(modifiedBy).map(author -> author + " at " + modifiedAt);
    }
}
