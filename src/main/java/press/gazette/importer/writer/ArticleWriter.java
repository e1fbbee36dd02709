package press.gazette.importer.writer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import press.gazette.article.Article;
import press.gazette.article.ArticleRef;
import press.gazette.article.Life;
import press.gazette.article.Status;
import press.gazette.article.Withdrawal;
import press.gazette.article.draft.Foreign;
import press.gazette.article.draft.NewArticle;
import press.gazette.article.draft.PublicationDraft;
import press.gazette.desk.LossReport;
import press.gazette.importer.item.Fate;
import press.gazette.importer.item.ImportedArticle;
import press.gazette.importer.item.LeftOut;
import press.gazette.importer.item.Note;
import press.gazette.importer.writer.ItemBatch.Kind;
import press.gazette.tag.VocabularyLock;

/**
 * Writes one item with the verbs of the desk: an article has a revision, and readers see it by the same rules. An article that
 * an editor has changed here since is not touched, unless its source has taken it back.
 */
public final class ArticleWriter {

    private final Destination destination;
    private final ImportedArticle item;
    private final List<Note> notes;
    private final ArticleDrafts drafts;

    /** True once this import has changed the embargo or the schedule. */
    private boolean isPlannedAnew;

    private ArticleWriter(Destination destination, LinkRewriter links, ImportedArticle item) {
        this.destination = destination;
        this.item = item;
        this.notes = new ArrayList<>(item.notes());
        this.drafts = new ArticleDrafts(destination, links, item, notes);
    }

    /** Writes an article in the running transaction. */
    public static Written write(Destination destination, LinkRewriter links, ImportedArticle item) {
        return new ArticleWriter(destination, links, item).write();
    }

    /** Hides the article of an item that is no longer public there. */
    public static Written write(Destination destination, LeftOut item) {
        Optional<Article> published = item.removed() ? find(destination, item.id()) : Optional.empty();
        published = published
                .filter(Untouched::is)
                .filter(article -> isToAppear(article.life().status()));
        published.ifPresent(article -> article.unpublish(destination.edit()));
        return published
                .map(article -> new Written(
                        Outcome.UPDATED,
                        article.id(),
                        false,
                        List.of(item.reason(), new Note("hidden-here", "It was public here: now it is a draft."))))
                .orElseGet(() -> Written.leftOut(item.reason()));
    }

    private static boolean isToAppear(Status status) {
        return status == Status.PUBLISHED || status == Status.SCHEDULED;
    }

    private static Optional<Article> find(Destination destination, String id) {
        VocabularyLock.share();
        return destination.batch().article(id).flatMap(ArticleRef::lock);
    }

    private Written write() {
        if (item.id().length() > Foreign.LONGEST_ID) {
            return Written.failed("Its id is longer than " + Foreign.LONGEST_ID + " characters.");
        }
        Optional<Article> existing = find(destination, item.id());
        if (item.fate() == Fate.WITHDRAWN) {
            return existing.map(this::withdraw)
                    .orElseGet(() -> Written.leftOut(new Note("canceled", "Its source has taken it back.")));
        }
        return existing.map(this::update).orElseGet(this::create);
    }

    private Written create() {
        LossReport losses = new LossReport(false);
        String slug = drafts.freeSlug();
        List<String> aliases = drafts.aliases(slug);
        Foreign foreign = new Foreign(destination.system(), item.id(), item.fields());
        Article article =
                Article.begin(new NewArticle(drafts.draft(slug), aliases, foreign), losses, destination.edit());
        destination.batch().add(item.id(), article.id());
        destination.batch().add(Kind.SLUG, slug);
        aliases.forEach(alias -> destination.batch().add(Kind.SLUG, alias));
        drafts.noteLosses(losses);
        go(article);
        drafts.compareWords(article);
        drafts.keepAddresses(article.id());
        return drafts.written(Outcome.CREATED, article.id());
    }

    private Written update(Article article) {
        if (item.fate() == Fate.WITHHELD && article.life().embargoUntil() == null) {
            embargo(article, Life.INDEFINITELY);
            notes.add(new Note("withheld", "Its source holds it back: it is under embargo."));
        }
        if (!Untouched.is(article)) {
            return leftOut(article, "edited-here", "An editor has changed it here since.");
        }
        if (isOlder(article)) {
            return leftOut(article, "older-version", "A newer version is here.");
        }
        boolean changed = save(article);
        Status status = article.life().status();
        go(article);
        if (changed) {
            drafts.compareWords(article);
        }
        changed |= article.text().comesWith(item.fields());
        drafts.keepAddresses(article.id());
        return drafts.written(
                changed || isPlannedAnew || article.life().status() != status ? Outcome.UPDATED : Outcome.UNCHANGED,
                article.id());
    }

    private boolean save(Article article) {
        LossReport losses = new LossReport(false);
        int before = article.revisions().latestRevision();
        article.save(drafts.draft(article.slug()), losses, destination.edit());
        drafts.noteLosses(losses);
        boolean changed = article.revisions().latestRevision() != before;
        if (changed && article.life().status() == Status.PUBLISHED && item.fate() == Fate.PUBLISHED) {
            article.publish(
                    new PublicationDraft(null, updatedAt(article.dates().publishedAt()), null), destination.edit());
        }
        return changed;
    }

    private Written leftOut(Article article, String code, String reason) {
        notes.add(new Note(code, reason));
        return new Written(Outcome.LEFT_OUT, article.id(), false, notes);
    }

    /** True if a newer version of the article was imported before. */
    private boolean isOlder(Article article) {
        Long version = item.state().version();
        Foreign foreign = article.text().foreign();
        if (version == null || foreign == null || foreign.fields() == null) {
            return false;
        }
        return foreign.fields().getOrDefault(ImportedArticle.VERSION, List.of()).stream()
                .anyMatch(known -> known.matches("\\d{1,18}") && Long.parseLong(known) > version);
    }

    /** Takes the article from readers, edited here or not: its source does not answer for it any more. */
    private Written withdraw(Article article) {
        Note reason = new Note("canceled", "Its source has taken it back.");
        Status status = article.life().status();
        if (status == Status.PUBLISHED) {
            article.withdraw(Withdrawal.Reason.RIGHTS, "Canceled by its source.", destination.edit());
        } else if (status == Status.SCHEDULED) {
            article.unpublish(destination.edit());
        }
        boolean changed = status != article.life().status();
        if (status != Status.WITHDRAWN && article.life().embargoUntil() == null && status != Status.PUBLISHED) {
            article.embargo(Life.INDEFINITELY, destination.edit());
            changed = true;
        }
        return new Written(changed ? Outcome.UPDATED : Outcome.UNCHANGED, article.id(), false, List.of(reason));
    }

    /** Brings the article into its state. An embargo comes before all else, and its end behind all else. */
    private void go(Article article) {
        switch (item.fate()) {
            case HIDDEN, WITHHELD -> embargo(article, Life.INDEFINITELY);
            case DRAFT -> {
                if (isToAppear(article.life().status())) {
                    article.unpublish(destination.edit());
                }
            }
            case SCHEDULED ->
                schedule(article, item.publishedAt(), "schedule-past", "Its scheduled time is over: a draft.");
            case PUBLISHED -> publish(article);
            case WITHDRAWN -> throw new IllegalStateException("A withdrawn article is not written");
        }
    }

    private void embargo(Article article, @Nullable Instant until) {
        Instant current = article.life().embargoUntil();
        if (until == null ? current != null : !until.equals(current)) {
            article.embargo(until, destination.edit());
            isPlannedAnew = true;
        }
    }

    private void publish(Article article) {
        Instant until = item.state().embargoUntil();
        boolean embargoed = until != null && until.isAfter(destination.now());
        if (embargoed) {
            notes.add(new Note("embargo", "Readers see it from " + until + " on."));
        }
        Status status = article.life().status();
        if (embargoed || article.life().embargoUntil() != null) {
            embargo(article, embargoed ? until : null);
        }
        if (status == Status.PUBLISHED || status == Status.WITHDRAWN) {
            return;
        }
        Instant date = item.publishedAt();
        if (date != null && date.isAfter(destination.now())) {
            notes.add(new Note("date-ahead", "Its date is in the future: it is scheduled."));
            schedule(article, date, "", "");
        } else {
            article.publish(
                    new PublicationDraft(date, updatedAt(date == null ? destination.now() : date), null),
                    destination.edit());
        }
    }

    private void schedule(Article article, @Nullable Instant date, String code, String reason) {
        if (date == null || !date.isAfter(destination.now())) {
            if (article.life().status() == Status.DRAFT) {
                notes.add(new Note(code, reason));
            }
            return;
        }
        if (article.life().status() == Status.PUBLISHED) {
            article.unpublish(destination.edit());
        }
        if (!date.equals(article.life().publishAt())) {
            article.schedule(date, destination.edit());
            isPlannedAnew = true;
        }
    }

    /** The date of the last update, unless the rules for dates reject it. */
    private @Nullable Instant updatedAt(@Nullable Instant published) {
        Instant updated = item.updatedAt();
        return updated == null
                        || updated.isAfter(destination.now())
                        || (published != null && updated.isBefore(published))
                ? null
                : updated;
    }
}
