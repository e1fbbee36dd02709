package press.gazette.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import press.gazette.article.draft.ArticleDraft;
import press.gazette.article.draft.NewArticle;
import press.gazette.article.draft.PublicationDraft;
import press.gazette.article.draft.Revision;
import press.gazette.article.translation.Translation;
import press.gazette.change.Change;
import press.gazette.change.Edit;
import press.gazette.change.Subject;
import press.gazette.change.Versioned;
import press.gazette.database.due.Planned;
import press.gazette.database.due.PlannedRowListener;
import press.gazette.desk.LossReport;
import press.gazette.desk.changes.DeskChangeListener;
import press.gazette.tag.Tag;

/**
 * An article: its text, its life, its dates, its tags and its related articles. Each part holds its own rules, the moves are
 * here. A move that readers can notice is recorded in the ledger in the same transaction.
 */
@Entity
@EntityListeners({PlannedRowListener.class, DeskChangeListener.class})
public class Article extends PanacheEntityBase implements Planned, Versioned {

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

    private ArticleText text = new ArticleText();
    private Life life = new Life();
    private Dates dates;
    private RevisionNumbers revisions = new RevisionNumbers();

    @Transient
    final Appearance appearance = new Appearance(this);

    @Version
    private int version;

    protected Article() {}

    /** Begins a new article with its first revision, visible to the desk only. */
    public static Article begin(NewArticle begun, LossReport losses, Edit edit) {
        ArticleContent content = ArticleReferences.resolve(begun, losses);
        Article article = file(content, edit);
        article.text.cameFrom(begun.aliases(), begun.foreign());
        article.keep(content.draft(), begun.draft().note(), edit);
        article.write(content);
        return article;
    }

    /** Begins a new article of another system, visible to the desk only and without a revision. */
    public static Article file(ArticleContent content, Edit edit) {
        Article article = new Article();
        article.dates = new Dates(edit.at());
        article.text.fill(content, Optional.empty(), 0);
        // Before its tags: the session inserts the taggings with their final values then.
        article.persist();
        article.appearance.begin();
        article.write(content);
        return article;
    }

    /**
     * Saves a draft as a new revision, unless it equals the working draft and has no note. It goes live at once, unless
     * readers find the article or its withdrawal at the address; then it goes live with the next publication.
     */
    public void save(ArticleDraft draft, LossReport losses, Edit edit) {
        ArticleContent content = ArticleReferences.resolve(draft, this, losses);
        ArticleDraft resolved = content.draft();
        if (draft.note() == null && resolved.equals(workingDraft())) {
            return;
        }
        if (revisions.latestRevision() == 0) {
            // The imported content becomes the first revision, so that it can be restored.
            ArticleContent imported = content();
            keep(imported.draft(), null, new Edit(Edit.IMPORTER, dates.modifiedAt()));
            write(imported);
        }
        keep(resolved, draft.note(), edit);
        text.workOn(content, revisions.latestRevision());
        if (!life.status().hasReaders()) {
            write(content);
        }
    }

    private void keep(ArticleDraft draft, @Nullable String note, Edit edit) {
        dates.edited(edit.at());
        Revision.keep(new Revision.Key(id, revisions.next(edit.author())), draft, note, edit);
    }

    /** Puts the working draft in the place of the live content; rejects one that names something removed since. */
    public void goLive() {
        if (revisions.areAhead()) {
            write(ArticleReferences.publishable(this));
        }
    }

    /** Records a change by the clock before a move may reverse it: caches must be told of both. */
    public void catchUp(Edit edit) {
        appearance.catchUp(edit);
    }

    /** Makes content live, as the latest revision; readers of a published article see it with the commit. */
    public void write(ArticleContent content) {
        appearance.replacedBy(content);
        revisions.goLive();
        text.fill(content, life.publicSlug(text.slug()), revisions.liveRevision());
        Tagging.retag(taggings, this, content.tags());
        if (!related.equals(content.related())) {
            related.clear();
            related.addAll(content.related());
        }
        listTaggings();
        appearance.translates(content);
    }

    void listTaggings() {
        taggings.forEach(tagging -> tagging.list(life.status() == Status.PUBLISHED, dates));
    }

    /** Puts the working draft before readers, unless an embargo holds it back. Returns whether it was not published. */
    public boolean publish(PublicationDraft draft, Edit edit) {
        catchUp(edit);
        boolean isNew = life.status() != Status.PUBLISHED;
        goLive();
        appearance.publish(draft, isNew, edit);
        return isNew;
    }

    /** Has the working draft published by itself at a later time. Returns whether the article was not scheduled. */
    public boolean schedule(Instant due, Edit edit) {
        catchUp(edit);
        boolean isNew = life.schedule(due);
        appearance.schedule(edit);
        goLive();
        return isNew;
    }

    /** Takes the article back to the desk. Readers find nothing at the address, not even a withdrawal. */
    public void unpublish(Edit edit) {
        catchUp(edit);
        boolean gone = life.status() == Status.WITHDRAWN && life.wasRevealed();
        life.unpublish();
        appearance.end(null, edit);
        if (gone) {
            appearance.record(Change.Kind.DELETED, edit.at());
        }
    }

    /** Takes the article off the schedule. */
    public void unschedule(Edit edit) {
        life.requireScheduled();
        unpublish(edit);
    }

    /** Hides the article from readers until a time, published or not; null: lifts the embargo. Returns whether it had none. */
    public boolean embargo(@Nullable Instant until, Edit edit) {
        return appearance.limit(() -> life.embargo(until), edit);
    }

    /** Hides the article from readers from a time on; null: removes the expiry. Returns whether it had none. */
    public boolean expire(@Nullable Instant at, Edit edit) {
        return appearance.limit(() -> life.expire(at), edit);
    }

    /** Takes the article from every reader at once, or changes the reason. Returns whether it was not withdrawn. */
    public boolean withdraw(Withdrawal.Reason reason, @Nullable String note, Edit edit) {
        catchUp(edit);
        boolean isNew = life.status() != Status.WITHDRAWN;
        appearance.withdraw(life.withdraw(reason, note, edit.at()), edit);
        return isNew;
    }

    /** Publishes the article if it is due, else records an embargo that has ended or an expiry. */
    public void timePasses(Edit edit) {
        if (life.isDue(edit.at())) {
            appearance.publish(null, Objects.requireNonNull(life.publishAt()), edit);
        } else {
            appearance.recordVisibility(null, edit);
        }
    }

    /** Adds a note to readers, always as a significant edit. */
    public void correct(Correction.Kind kind, String note, Edit edit) {
        catchUp(edit);
        text.append(new Correction(edit.at(), kind, note));
        appearance.republish(null, true, edit);
    }

    /** Picks further articles by hand. */
    public void relate(List<Article> others) {
        related.addAll(others);
    }

    /** Removes an article that readers have never seen, with all its revisions. */
    public void discard() {
        life.requireUnseen();
        Translation.requireUntranslated(id);
        Revision.discard(id);
        delete();
    }

    public UUID id() {
        return id;
    }

    public String slug() {
        return text.slug();
    }

    public ArticleText text() {
        return text;
    }

    /** The live content. */
    public ArticleContent content() {
        return text.content(tags(), related, ArticleReferences.original(this));
    }

    /** The draft that the desk saved last; of an article that no desk has saved, its content. */
    public ArticleDraft workingDraft() {
        Optional<Revision> saved = Revision.numbered(id, revisions.latestRevision());
        return saved.map(Revision::content).orElseGet(() -> content().draft());
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

    public RevisionNumbers revisions() {
        return revisions;
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
        return Optional.ofNullable(revisions.modifiedBy()).map(author -> author + " at " + dates.modifiedAt());
    }
}
