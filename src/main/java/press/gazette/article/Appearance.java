package press.gazette.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import press.gazette.article.draft.PublicationDraft;
import press.gazette.article.translation.Translation;
import press.gazette.change.Change;
import press.gazette.change.Edit;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.tag.ProposedTags;
import press.gazette.tag.Tag;

/**
 * The appearance of an article to its readers: the dates that each move sets and the changes that the ledger gets. It lives as
 * long as a transaction and is not stored.
 */
final class Appearance {

    private final Article article;

    /** All tags that the article carried in this transaction: the listings of those that it has lost have changed too. */
    private final Set<Tag> carried = new LinkedHashSet<>();

    /** The originals of the translations that the article was among in this transaction. */
    private final Set<UUID> originals = new LinkedHashSet<>();

    /** True between a change that the article's translations show and its record in the ledger. */
    private boolean isShownAnew;

    /** True between a change to the type page and its record in the ledger. */
    private boolean leavesListings;

    /** True between a change of the slug and its record in the ledger, within this transaction. */
    private boolean moved;

    /** True for an article that this transaction has made and that is not among any translations: no query need look for them. */
    private boolean isUntranslated;

    Appearance(Article article) {
        this.article = article;
    }

    /** Remembers the tags, the slug and the language that new content replaces. */
    void replacedBy(ArticleContent content) {
        carried.addAll(article.tags());
        boolean hasMoved = !content.slug().value().equals(article.slug());
        moved |= hasMoved;
        leavesListings |= article.id() != null
                && article.text().type().isListed()
                && !content.type().isListed();
        isShownAnew |= hasMoved
                || !content.language().equals(article.text().language())
                || !content.provenance().equals(article.text().provenance());
    }

    /** Begins a new article, which is among no translations yet. */
    void begin() {
        isUntranslated = true;
    }

    /** Puts the article among the translations of the original that its content names. */
    void translates(ArticleContent content) {
        Article original = content.translationOf();
        if (original != null) {
            isUntranslated = false;
            original.appearance.isUntranslated = false;
        } else if (isUntranslated) {
            return;
        }
        Translation.Move move = Translation.setOriginal(
                ArticleReferences.version(article), original == null ? null : ArticleReferences.version(original));
        move.originals().forEach(originals::add);
        isShownAnew |= move.isReal();
    }

    /** Records a change by the clock before a move may reverse it: caches must be told of both. */
    void catchUp(Edit edit) {
        if (article.life().isShown() != Visibility.includes(article, edit.at())) {
            recordVisibility(null, edit);
        }
    }

    /** Puts the content before readers as the draft of the publication says. */
    void publish(PublicationDraft draft, boolean isNew, Edit edit) {
        Instant date = draft.date(edit.at());
        if (isNew) {
            appear(date, edit.at(), edit);
        } else {
            redate(date, draft.isSignificant(), edit);
        }
        article.dates().backdateUpdate(draft, edit.at());
        end(isNew ? Change.Kind.UPDATED : kindOfEdit(), edit);
    }

    /**
     * Shows the article to readers.
     *
     * @param date to show; null: the date that an editor set before, else the time at which readers begin to see it
     * @param moment of the publication; earlier than the edit if the clock publishes late
     */
    void publish(@Nullable Instant date, Instant moment, Edit edit) {
        appear(date, moment, edit);
        end(Change.Kind.UPDATED, edit);
    }

    private void appear(@Nullable Instant date, Instant moment, Edit edit) {
        Life life = article.life();
        countPublicVersion();
        life.publish();
        reserveLanguage();
        article.dates().published(date, life.appearance(moment), life.wasRevealed(), edit.at());
    }

    /** Reserves the place of an article that will appear by itself: it must not be rejected then. */
    void schedule(Edit edit) {
        reserveLanguage();
        end(null, edit);
    }

    private void reserveLanguage() {
        if (!isUntranslated) {
            Translation.reserveLanguage(ArticleReferences.version(article));
        }
    }

    /** Shows readers new content of a published article, with a new date unless that is null. */
    void republish(@Nullable Instant date, boolean significant, Edit edit) {
        redate(date, significant, edit);
        end(kindOfEdit(), edit);
    }

    private Change.Kind kindOfEdit() {
        boolean hasMoved = moved;
        moved = false;
        return hasMoved ? Change.Kind.MOVED : Change.Kind.UPDATED;
    }

    private void redate(@Nullable Instant date, boolean significant, Edit edit) {
        Dates dates = article.dates();
        countPublicVersion();
        if (date != null) {
            dates.redated(date, article.life().wasRevealed());
        }
        if (significant) {
            dates.significantlyEdited(edit.at());
        }
        dates.publiclyEdited(edit.at());
    }

    private void countPublicVersion() {
        article.revisions().given(article.life().wasRevealed() ? article.version() : 0);
    }

    /**
     * Sets or lifts an embargo or an expiry. A published article that is hidden before or after gets the date of its next
     * appearance. Returns the result of the limiting.
     */
    boolean limit(BooleanSupplier limiting, Edit edit) {
        catchUp(edit);
        Life life = article.life();
        Instant now = edit.at();
        boolean seen = Visibility.includes(article, now);
        boolean embargoed = life.isEmbargoed(now);
        boolean isNew = limiting.getAsBoolean();
        if (life.status() == Status.PUBLISHED && !(seen && Visibility.includes(article, now))) {
            article.dates().appearsAt(life.appearance(now), life.wasRevealed(), embargoed);
        }
        end(null, edit);
        if (life.isShown()) {
            invalidatePrivately(now);
        }
        return isNew;
    }

    /** Invalidates what shows the article: its validity ends at another time now, which the ledger must not tell. */
    private void invalidatePrivately(Instant now) {
        List<Subject> shown = touched(article.text().type().isListed());
        shown.add(article.subject());
        Translation.originalOf(article.id())
                .ifPresent(original -> PublicArticles.shownTranslations(List.of(original), now)
                        .forEach(translation ->
                                shown.addAll(translation.updated(now).touched())));
        Ledger.invalidatePrivately(shown);
    }

    /** Ends each move: dates the edit, copies the dates to the taggings, and records the change that readers notice. */
    void end(Change.@Nullable Kind kind, Edit edit) {
        article.dates().edited(edit.at());
        article.listTaggings();
        recordVisibility(kind, edit);
    }

    /**
     * Records a change that readers notice. Changes to hidden articles are not recorded: the ledger would reveal them.
     *
     * @param kind of a change to an article that readers saw before and, unless it is a withdrawal, still see; null: none
     */
    void recordVisibility(Change.@Nullable Kind kind, Edit edit) {
        Instant now = edit.at();
        Life life = article.life();
        article.revisions().by(edit.editor());
        boolean visible = Visibility.includes(article, now);
        boolean before = life.isShown();
        Collection<String> former = before
                ? life.formerSlug(article.slug()).stream().toList()
                : article.text().aliases();
        life.show(visible, article.slug(), now);
        life.plan(now);
        if (visible != before || (visible && isShownAnew)) {
            recordTranslations(now);
        }
        Change.Kind recorded = before ? kind : Change.Kind.CREATED;
        if (visible && recorded != null) {
            ProposedTags.reveal(article.tags(), now);
            record(leavesListings && before ? leave(now) : recorded, former, now);
            leavesListings = false;
        } else if (!visible && before) {
            record(kind == Change.Kind.WITHDRAWN ? kind : Change.Kind.DELETED, now);
        }
    }

    /** Withdraws the article from its readers; also tells those to whom it was hidden already if the reason is news to them. */
    void withdraw(boolean isNews, Edit edit) {
        Translation.releaseLanguage(article.id());
        end(Change.Kind.WITHDRAWN, edit);
        if (isNews) {
            record(Change.Kind.WITHDRAWN, edit.at());
        }
    }

    /**
     * Records a change of all public translations of the article, which show its address and language from now on, or show them
     * no longer.
     */
    private void recordTranslations(Instant now) {
        isShownAnew = false;
        if (!isUntranslated) {
            Translation.originalOf(article.id()).ifPresent(originals::add);
        }
        if (originals.isEmpty()) {
            return;
        }
        Translation.lock(originals);
        PublicArticles.shownTranslations(originals, now).stream()
                .filter(translation -> !translation.id().equals(article.id()))
                .forEach(translation -> Ledger.record(translation.updated(now)));
    }

    /** Records that an article of listings has left them. Returns the kind of its record as a page of the site. */
    private Change.Kind leave(Instant now) {
        record(Change.Kind.DELETED, true, List.of(), now);
        return Change.Kind.CREATED;
    }

    /** Records a change in the ledger, with the tags and days whose listings it touches. */
    void record(Change.Kind kind, Instant at) {
        record(kind, List.of(), at);
    }

    private void record(Change.Kind kind, Collection<String> former, Instant at) {
        record(kind, article.text().type().isListed(), former, at);
    }

    private void record(Change.Kind kind, boolean listed, Collection<String> former, Instant at) {
        Change change = Change.of(kind, article.subject(), touched(listed), at);
        Withdrawal withdrawal = article.life().withdrawal();
        if (kind == Change.Kind.WITHDRAWN && withdrawal != null) {
            change.because(withdrawal.reason().word());
        } else if (!kind.isRemoval()) {
            change.shownAs(article.slug(), article.revisions().publicVersion(article.version()))
                    .formerly(former);
        }
        Ledger.record(change);
    }

    /** The groups, tags and days whose responses show the article, or showed it in this transaction. */
    private List<Subject> touched(boolean listed) {
        List<Subject> touched = new ArrayList<>(List.of(Subject.ARTICLES));
        if (!listed) {
            touched.add(Subject.UNLISTED);
        }
        carried.addAll(article.tags());
        carried.forEach(tag -> touched.add(tag.subject()));
        article.dates().days().forEach(touched::add);
        return touched;
    }
}
