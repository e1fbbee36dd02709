package press.gazette.curation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.curation.draft.ListContent;
import press.gazette.curation.draft.ListKind;
import press.gazette.database.Planned;
import press.gazette.database.PlannedRowListener;
import press.gazette.desk.Versioned;
import press.gazette.problem.Problem;

/** A list that the news desk keeps, such as "Editor's Picks": which of its revisions is edited, live, or will be. */
@Entity
@EntityListeners(PlannedRowListener.class)
public class CuratedList extends PanacheEntityBase implements Planned, Versioned {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    /** Its address: chosen once, never changed. */
    @Column(nullable = false)
    private String key;

    /** With kind and maximum as readers see them; before they ever did, as the latest revision has them. */
    @Column(nullable = false)
    private String title;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private ListKind kind;

    @Column(nullable = false)
    private int maxItems;

    /** The number of the last save, which is the working draft. */
    @Column(nullable = false)
    private int latestRevision;

    /** The revision that readers see; absent: none, the list is not public. */
    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable ListRevision live;

    /** Since when they see it. */
    private @Nullable Instant liveAt;

    /** The number of the revision that goes live by itself, and when; absent: none does. */
    private @Nullable Integer scheduledRevision;

    private @Nullable Instant publishAt;

    private @Nullable String scheduledBy;

    /** When the clock may next change what readers see; absent: never. It is no edit, so it makes no version. */
    @OptimisticLock(excluded = true)
    private @Nullable Instant dueAt;

    /** Whether readers have ever seen it. */
    @Column(nullable = false)
    private boolean revealed;

    @Column(nullable = false)
    private Instant modifiedAt;

    /** Whose the last change was; absent: an importer's. */
    private @Nullable String modifiedBy;

    @Version
    private int version;

    protected CuratedList() {}

    /** A new list with its first revision; not public before a revision of it goes live. */
    public static CuratedList found(
            Slug key, ListContent content, @Nullable String note, @Nullable String author, Instant now) {
        CuratedList list = new CuratedList();
        list.key = key.value();
        list.latestRevision = 1;
        list.show(content);
        list.changed(author, now);
        list.persist();
        ListRevision.keep(list.id, 1, content, note, Objects.requireNonNullElse(author, "import"), now);
        return list;
    }

    /** The list with this key, public or not. */
    public static Optional<CuratedList> atDesk(String key) {
        return find("key", key).firstResultOptional();
    }

    /** The same, kept from all other writers until the transaction ends. */
    public static Optional<CuratedList> locked(String key) {
        return find("select id from CuratedList where key = ?1", key)
                .project(UUID.class)
                .firstResultOptional()
                .flatMap(id -> Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE)));
    }

    /** Saves the working draft as the next revision, unless it is what the last one says. */
    public void save(ListContent content, @Nullable String note, String author, Instant now) {
        if (content.equals(draft())) {
            return;
        }
        latestRevision++;
        ListRevision.keep(id, latestRevision, content, note, author, now);
        if (!revealed) {
            show(content);
        }
        changed(author, now);
    }

    /** Shows readers this revision from now on. */
    public void publish(ListRevision revision, @Nullable String author, Instant now) {
        if (revision.equals(live)) {
            return;
        }
        Change.Kind kindOfChange = live == null ? Change.Kind.CREATED : Change.Kind.UPDATED;
        live = revision;
        liveAt = now;
        revealed = true;
        show(revision.content());
        changed(author, now);
        LiveSpan.begin(id, revision.number(), author, now);
        plan(now);
        tell(kindOfChange, now);
    }

    /** Takes the list from readers; they find nothing there any more. */
    public void unpublish(String author, Instant now) {
        if (live == null) {
            throw Problem.conflict("The list is not public.");
        }
        live = null;
        liveAt = null;
        changed(author, now);
        LiveSpan.begin(id, null, author, now);
        plan(now);
        tell(Change.Kind.DELETED, now);
    }

    /** Has a revision go live by itself; it takes the place of another one that would. */
    public void schedule(ListRevision revision, Instant at, String author, Instant now) {
        scheduledRevision = revision.number();
        publishAt = at;
        scheduledBy = author;
        changed(author, now);
        plan(now);
    }

    /** No revision goes live by itself. */
    public void unschedule(String author, Instant now) {
        if (publishAt == null) {
            throw Problem.conflict("The list is not scheduled.");
        }
        forgetSchedule();
        changed(author, now);
        plan(now);
    }

    /** What the clock does: publishes what is scheduled, and plans when to look again. Returns whether it published. */
    public boolean timePasses(Instant now) {
        ListRevision before = live;
        if (publishAt != null && !publishAt.isAfter(now)) {
            ListRevision revision = revision(Objects.requireNonNull(scheduledRevision));
            String author = scheduledBy;
            forgetSchedule();
            publish(revision, author, now);
        }
        plan(now);
        return !Objects.equals(live, before);
    }

    /** Tells readers that the clock has changed what they see. */
    public void tellOfTime(Instant now) {
        tell(Change.Kind.UPDATED, now);
    }

    /** Removes a list that readers have never seen, with all that was ever saved of it. */
    public void discard() {
        if (revealed) {
            throw Problem.conflict("Readers have seen the list. Unpublish it; its address stays taken.");
        }
        ListRevision.<ListRevision>list("listId", id).forEach(ListRevision::delete);
        delete();
    }

    private void forgetSchedule() {
        scheduledRevision = null;
        publishAt = null;
        scheduledBy = null;
    }

    private void show(ListContent content) {
        title = content.settings().title();
        kind = content.settings().kind();
        maxItems = content.settings().most();
    }

    private void changed(@Nullable String author, Instant now) {
        modifiedAt = now;
        modifiedBy = author;
    }

    /** Ages are counted in whole minutes, so that the moments at which something grows too old are known. */
    private void plan(Instant now) {
        Optional<ListContent> shown = Optional.ofNullable(live).map(ListRevision::content);
        dueAt = Stream.of(
                        Optional.ofNullable(publishAt),
                        shown.flatMap(content -> content.nextWindow(now)),
                        shown.filter(ListContent::ages)
                                .map(content ->
                                        now.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1))))
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private void tell(Change.Kind kindOfChange, Instant now) {
        Ledger.record(Change.of(kindOfChange, subject(), List.of(Subject.LISTS), now));
    }

    /** The revision of that number, which there is. */
    public ListRevision revision(int number) {
        return ListRevision.numbered(id, number).orElseThrow();
    }

    /** The working draft. */
    public ListContent draft() {
        return revision(latestRevision).content();
    }

    /** The number of the revision that was, is or by today's schedule will be live then; empty: none. */
    public Optional<Integer> liveAt(Instant at, Instant now) {
        if (at.isBefore(now)) {
            return LiveSpan.at(id, at);
        }
        return publishAt != null && !publishAt.isAfter(at)
                ? Optional.ofNullable(scheduledRevision)
                : Optional.ofNullable(live).map(ListRevision::number);
    }

    public UUID id() {
        return id;
    }

    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    public ListKind kind() {
        return kind;
    }

    public int maxItems() {
        return maxItems;
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

    public @Nullable Integer scheduledRevision() {
        return scheduledRevision;
    }

    public @Nullable Instant publishAt() {
        return publishAt;
    }

    @Override
    public @Nullable Instant dueAt() {
        return dueAt;
    }

    public boolean wasRevealed() {
        return revealed;
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
