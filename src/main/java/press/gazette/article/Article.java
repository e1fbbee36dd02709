package press.gazette.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;

import org.hibernate.annotations.SortNatural;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.desk.Versioned;
import press.gazette.problem.Problem;
import press.gazette.tag.Tag;

/**
 * An article: what its parts have to do with each other. Every move that readers can notice is entered into the ledger with
 * the move itself. It is long for its columns and accessors: the manuscript, the life, the dates and the saves, each with
 * its own rules, stand beside it already, and what is left is one thing.
 */
@Entity
public class Article extends Manuscript implements Versioned {

    /** The embargo that only an editor ends. */
    public static final Instant INDEFINITELY = Instant.parse("9999-12-31T23:59:59Z");

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @OneToMany(mappedBy = "article", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<Tagging> taggings = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "article_related",
            joinColumns = @JoinColumn(name = "article_id"),
            inverseJoinColumns = @JoinColumn(name = "related_id"))
    @OrderColumn(name = "position")
    private List<Article> related = new ArrayList<>();

    /** Slugs that were once this article's. */
    @ElementCollection
    @CollectionTable(name = "article_alias", joinColumns = @JoinColumn(name = "article_id"))
    @Column(name = "slug")
    @SortNatural
    private SortedSet<String> aliases = new TreeSet<>();

    private Life life = new Life();
    private Dates dates;
    private Saves saves = new Saves();

    /** All tags that it carried in this transaction: the listings of those it has lost have changed as well. */
    @Transient
    private final Set<Tag> carried = new LinkedHashSet<>();

    /** Whether its slug has changed in this transaction. */
    @Transient
    private boolean moved;

    /** Who is changing it now; absent: the clock, or an importer. */
    @Transient
    private @Nullable String hand;

    @Version
    private int version;

    protected Article() {}

    /** A new article, visible to the desk only. */
    public static Article draft(ArticleContent content, Instant now) {
        Article article = new Article();
        article.dates = new Dates(now);
        article.write(content);
        article.persist();
        return article;
    }

    /** The article of that id or current slug, visible or not: for the desk. */
    public static Optional<Article> atDesk(Ref ref) {
        return ref.id() == null ? find("slug", ref.slug()).firstResultOptional() : findByIdOptional(ref.id());
    }

    /** The article, kept from all other writers until the transaction ends. */
    public static Optional<Article> locked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** All changes from here on are this editor's. */
    public void handTo(String editor) {
        hand = editor;
    }

    /** Tells what the clock has changed for readers, before a move may hide that: caches must hear of both. */
    public void catchUp(Instant now) {
        if (life.isShown() != Visibility.includes(this, now)) {
            settle(null, now);
        }
    }

    /** Takes note of a save whose content does not stand here yet, and numbers it. */
    public int save(String author, Instant now) {
        dates.edited(now);
        return saves.next(author);
    }

    /** Puts the content of the latest revision here; readers of a published article see it with the commit. */
    public void write(ArticleContent content) {
        life.publicSlug(slug()).ifPresent(former -> aliases.add(former));
        aliases.remove(content.slug().value());
        moved |= !content.slug().value().equals(slug());
        saves.goLive();
        fill(content, saves.liveRevision());
        carried.addAll(tags());
        Tagging.retag(taggings, this, content.tags());
        if (!related.equals(content.related())) {
            related.clear();
            related.addAll(content.related());
        }
        taggings.forEach(tagging -> tagging.list(life.status() == Status.PUBLISHED, dates));
    }

    /**
     * Shows the article to readers, from now on unless an embargo holds it back.
     *
     * @param date what they are shown as its date; absent: the one that an editor set before, else when they begin to see it
     */
    public void publish(@Nullable Instant date, Instant now) {
        publish(date, now, now);
    }

    private void publish(@Nullable Instant date, Instant moment, Instant now) {
        saves.given(life.wasRevealed() ? version : 0);
        life.publish();
        dates.published(date, life.appearance(moment), life.wasRevealed(), now);
        move(Change.Kind.UPDATED, now);
    }

    /** Tells readers of new content of a published article, with another date from now on unless that is absent. */
    public void republish(@Nullable Instant date, boolean significant, Instant now) {
        saves.given(life.wasRevealed() ? version : 0);
        if (date != null) {
            dates.redated(date, life.wasRevealed());
        }
        if (significant) {
            dates.significantlyEdited(now);
        }
        dates.publiclyEdited(now);
        move(moved ? Change.Kind.MOVED : Change.Kind.UPDATED, now);
        moved = false;
    }

    /** Has the article published by itself at a later time. */
    public void schedule(Instant due, Instant now) {
        life.schedule(due);
        move(null, now);
    }

    /** Takes the article back to the desk; readers find nothing there any more, not even that it was withdrawn. */
    public void unpublish(Instant now) {
        boolean gone = life.status() == Status.WITHDRAWN && life.wasRevealed();
        life.unpublish();
        move(null, now);
        if (gone) {
            ledger(Change.Kind.DELETED, now);
        }
    }

    /** Takes it off the schedule. */
    public void unschedule(Instant now) {
        if (life.status() != Status.SCHEDULED) {
            throw Problem.conflict("The article is not scheduled.");
        }
        unpublish(now);
    }

    /** Hides the article from readers until then, published or not; absent: no longer. */
    public void embargo(@Nullable Instant until, Instant now) {
        limit(() -> life.embargo(until), now);
    }

    /** Hides the article from readers from then on; absent: never. */
    public void expire(@Nullable Instant at, Instant now) {
        limit(() -> life.expire(at), now);
    }

    /** Limits when readers see it. While they go on seeing it they notice nothing; else its next appearance is dated. */
    private void limit(Runnable change, Instant now) {
        boolean seen = Visibility.includes(this, now);
        boolean embargoed = life.isEmbargoed(now);
        change.run();
        if (life.status() == Status.PUBLISHED && !(seen && Visibility.includes(this, now))) {
            dates.appearsAt(life.appearance(now), life.wasRevealed(), embargoed);
        }
        move(null, now);
    }

    /** Takes the article away from every reader at once, or gives another reason for that. Nothing public keeps the title. */
    public void withdraw(Withdrawal.Reason reason, @Nullable String note, Instant now) {
        boolean hidden = !life.isShown() && life.wasRevealed();
        Withdrawal before = life.withdrawal();
        life.withdraw(reason, note, now);
        move(Change.Kind.WITHDRAWN, now);
        if (hidden && (before == null || before.reason() != reason)) {
            ledger(Change.Kind.WITHDRAWN, now);
        }
    }

    /** What the clock does: publishes what is scheduled, and tells of an embargo that has ended or of an expiry. */
    public void timePasses(Instant now) {
        if (life.isDue(now)) {
            publish(null, Objects.requireNonNull(life.publishAt()), now);
        } else {
            settle(null, now);
        }
    }

    /** Adds a note to readers, which is a significant edit by its nature. */
    public void correct(Correction correction, Instant now) {
        append(correction);
        republish(null, true, now);
    }

    /** Picks further articles by hand. */
    public void relate(List<Article> others) {
        related.addAll(others);
    }

    /** Ends each move: dates the edit, repeats the dates on the tags, and tells readers what they notice. */
    private void move(Change.@Nullable Kind kind, Instant now) {
        dates.edited(now);
        taggings.forEach(tagging -> tagging.list(life.status() == Status.PUBLISHED, dates));
        settle(kind, now);
    }

    /**
     * Tells the ledger what readers notice, and nothing of what they cannot see: it would tell them of it.
     *
     * @param kind what has happened to an article that they saw and, unless it is a withdrawal, still see; absent: nothing
     */
    private void settle(Change.@Nullable Kind kind, Instant now) {
        saves.by(hand);
        boolean visible = Visibility.includes(this, now);
        boolean before = life.isShown();
        life.show(visible, slug(), now);
        life.plan(now);
        Change.Kind told = before ? kind : Change.Kind.CREATED;
        if (visible && told != null) {
            Tag.reveal(tags(), now);
            ledger(told, now);
        } else if (!visible && before) {
            ledger(kind == Change.Kind.WITHDRAWN ? kind : Change.Kind.DELETED, now);
        }
    }

    private void ledger(Change.Kind kind, Instant now) {
        List<Subject> touched = new ArrayList<>(List.of(Subject.ARTICLES));
        carried.addAll(tags());
        carried.forEach(tag -> touched.add(tag.subject()));
        dates.days().forEach(touched::add);
        Ledger.record(Change.of(kind, subject(), touched, now));
    }

    public UUID id() {
        return id;
    }

    /** What is written here, without its life. */
    public ArticleContent content() {
        return ArticleContent.of(this, related);
    }

    @Override
    public @Nullable Instant dueAt() {
        return life.dueAt();
    }

    public Life life() {
        return life;
    }

    public List<Tag> tags() {
        return taggings.stream().map(Tagging::tag).toList();
    }

    public SortedSet<String> aliases() {
        return aliases;
    }

    public Saves saves() {
        return saves;
    }

    public Dates dates() {
        return dates;
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public Subject subject() {
        return Subject.article(id);
    }

    @Override
    public Optional<String> lastChange() {
        return Optional.ofNullable(saves.modifiedBy()).map(author -> author + " at " + dates.modifiedAt());
    }
}
