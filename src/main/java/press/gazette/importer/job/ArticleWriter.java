package press.gazette.importer.job;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.address.NewsroomLanguage;
import press.gazette.address.Ref;
import press.gazette.address.Slug;
import press.gazette.article.Article;
import press.gazette.article.ArticlePast;
import press.gazette.article.ArticleRef;
import press.gazette.article.Life;
import press.gazette.article.Status;
import press.gazette.article.draft.ArticleDraft;
import press.gazette.article.draft.BodyDraft;
import press.gazette.article.draft.Foreign;
import press.gazette.article.draft.NewArticle;
import press.gazette.article.draft.PublicationDraft;
import press.gazette.article.draft.Seo;
import press.gazette.change.Edit;
import press.gazette.desk.LossReport;
import press.gazette.forwarding.ForwardingTarget;
import press.gazette.forwarding.OldAddress;
import press.gazette.forwarding.OldPath;
import press.gazette.importer.item.Fate;
import press.gazette.importer.item.ImportedArticle;
import press.gazette.importer.item.ImportedArticle.Place;
import press.gazette.importer.item.ImportedPicture;
import press.gazette.importer.item.Note;
import press.gazette.tag.VocabularyLock;

/**
 * Writes one article with the verbs of the desk: it has a revision, and readers see it by the same rules. An article that an
 * editor has changed here since is not touched.
 */
final class ArticleWriter {

    private static final int MOST_TAGS = 50;
    private static final int LONGEST_ID = Foreign.LONGEST_ID;

    private final String system;
    private final LinkRewriter links;
    private final TermWriter terms;
    private final String source;
    private final Instant now;
    private final ImportedArticle item;
    private final List<Note> notes;

    /**
     * Prepares the writing of one article in the running transaction.
     *
     * @param source the id of the import, by which its old addresses are known
     */
    ArticleWriter(
            String system, LinkRewriter links, TermWriter terms, String source, Instant now, ImportedArticle item) {
        this.system = system;
        this.links = links;
        this.terms = terms;
        this.source = source;
        this.now = now;
        this.item = item;
        this.notes = new ArrayList<>(item.notes());
    }

    Written write() {
        if (item.id().length() > LONGEST_ID) {
            return Written.failed("Its id is longer than " + LONGEST_ID + " characters.");
        }
        VocabularyLock.share();
        Optional<Article> existing = ArticlePast.find(system, item.id()).flatMap(ArticleRef::lock);
        return existing.map(this::update).orElseGet(this::create);
    }

    private Written create() {
        LossReport losses = new LossReport(false);
        String slug = freeSlug();
        ArticleDraft draft = draft(slug);
        Map<String, List<String>> fields = new LinkedHashMap<>(item.fields());
        Article article = Article.begin(
                new NewArticle(draft, aliases(slug), new Foreign(system, item.id(), fields)), losses, edit());
        addLosses(losses);
        live(article);
        keepAddresses(article.id());
        notes.addAll(links.notes());
        return new Written(Outcome.CREATED, article.id(), links.hasUnknown(), notes);
    }

    private Written update(Article article) {
        String editor = article.revisions().modifiedBy();
        if (editor != null && !editor.equals(Edit.IMPORTER)) {
            return new Written(
                    Outcome.LEFT_OUT,
                    article.id(),
                    false,
                    List.of(new Note("edited-here", "An editor has changed it here since.")));
        }
        LossReport losses = new LossReport(false);
        int before = article.revisions().latestRevision();
        Status status = article.life().status();
        article.save(draft(article.slug()), losses, edit());
        addLosses(losses);
        notes.addAll(links.notes());
        boolean changed = article.revisions().latestRevision() != before;
        if (changed && status == Status.PUBLISHED && item.fate() == Fate.PUBLISHED) {
            article.publish(new PublicationDraft(null, updatedAt(article.dates().publishedAt()), null), edit());
        }
        boolean moved = move(article, status);
        keepAddresses(article.id());
        Outcome outcome = changed || moved ? Outcome.UPDATED : Outcome.UNCHANGED;
        return new Written(outcome, article.id(), links.hasUnknown(), notes);
    }

    /** Follows a change of the state there: what became public, and what is no longer. */
    private boolean move(Article article, Status status) {
        boolean embargoed = article.life().embargoUntil() != null;
        if (status == Status.DRAFT && item.fate() == Fate.PUBLISHED && !embargoed) {
            live(article);
            return article.life().status() != status;
        }
        if (item.fate() == Fate.HIDDEN && !embargoed) {
            article.embargo(Life.INDEFINITELY, edit());
            return true;
        }
        if (status == Status.PUBLISHED && item.fate() == Fate.DRAFT) {
            article.unpublish(edit());
            return true;
        }
        return false;
    }

    /** Puts a new article into its state. The embargo of a hidden one comes before all else. */
    private void live(Article article) {
        Instant date = item.publishedAt();
        switch (item.fate()) {
            case HIDDEN -> article.embargo(Life.INDEFINITELY, edit());
            case PUBLISHED -> {
                if (date != null && date.isAfter(now)) {
                    notes.add(new Note("date-ahead", "Its date is in the future: it is scheduled."));
                    article.schedule(date, edit());
                } else {
                    article.publish(new PublicationDraft(date, updatedAt(date == null ? now : date), null), edit());
                }
            }
            case SCHEDULED -> {
                if (date != null && date.isAfter(now)) {
                    article.schedule(date, edit());
                } else {
                    notes.add(new Note("schedule-past", "Its scheduled time is over: a draft."));
                }
            }
            case DRAFT -> {}
        }
    }

    /** The date of the last update, unless the rules for dates reject it. */
    private @Nullable Instant updatedAt(@Nullable Instant published) {
        Instant updated = item.updatedAt();
        return updated == null || updated.isAfter(now) || (published != null && updated.isBefore(published))
                ? null
                : updated;
    }

    private Edit edit() {
        return Edit.unsigned(now);
    }

    private ArticleDraft draft(String slug) {
        Map<Place, String> texts = item.texts();
        List<String> tags = terms.slugs(item.terms());
        if (tags.size() > MOST_TAGS) {
            notes.add(
                    new Note("too-many-tags", "Its tags beyond the first 50: " + tags.subList(MOST_TAGS, tags.size())));
            tags = tags.subList(0, MOST_TAGS);
        }
        UUID image = image();
        String html =
                image == null && item.image() != null ? PictureWriter.figure(item.image()) + item.html() : item.html();
        return new ArticleDraft(
                slug,
                item.type(),
                item.language().isEmpty() ? NewsroomLanguage.tag() : item.language(),
                item.title(),
                texts.get(Place.KICKER),
                item.standfirst() == null || item.standfirst().isEmpty() ? null : item.standfirst(),
                new BodyDraft(null, null, links.rewrite(html, ArticleWriter::article), base()),
                null,
                tags,
                texts.get(Place.BYLINE),
                image == null ? null : image.toString(),
                item.search().canonicalUrl(),
                texts.get(Place.SOURCE),
                texts.get(Place.RIGHTS),
                seo(),
                List.of(),
                null,
                null);
    }

    /** The lead picture; null: it has none, or one that cannot lead. */
    private @Nullable UUID image() {
        ImportedPicture picture = item.image();
        if (picture == null) {
            return null;
        }
        UUID id = PictureWriter.write(picture, now);
        if (id == null) {
            notes.add(new Note(
                    "picture-in-body",
                    "The size of its lead picture is not known: it begins the body. " + picture.url()));
        }
        return id;
    }

    private @Nullable URI base() {
        try {
            return item.base() == null || item.base().isEmpty() ? null : URI.create(item.base());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private @Nullable Seo seo() {
        ImportedArticle.SearchWords words = item.search();
        return words.title() == null && words.description() == null && !words.noIndex()
                ? null
                : new Seo(words.title(), words.description(), words.noIndex(), null);
    }

    private static Optional<UUID> article(OldPath path) {
        return OldAddress.at(path)
                .flatMap(address -> Optional.ofNullable(address.target().article()));
    }

    private String freeSlug() {
        String language = item.language().isEmpty() ? NewsroomLanguage.tag() : item.language();
        Slug wished = Ref.isSlug(item.slug())
                ? new Slug(item.slug())
                : Slug.from(item.slug().isBlank() ? item.title() : item.slug(), language, "article");
        if (!item.slug().isBlank() && !wished.value().equals(item.slug())) {
            notes.add(new Note("slug-changed", item.slug() + " is " + wished));
        }
        Slug free = wished.free(ArticleWriter::isFree);
        if (!free.equals(wished)) {
            notes.add(new Note("slug-taken", wished + " is taken: it is " + free));
        }
        return free.value();
    }

    private static boolean isFree(Slug slug) {
        return ArticleRef.bySlugs(List.of(slug.value())).isEmpty();
    }

    private List<String> aliases(String slug) {
        return item.formerSlugs().stream()
                .filter(former -> Ref.isSlug(former) && !former.equals(slug) && isFree(new Slug(former)))
                .distinct()
                .limit(50)
                .toList();
    }

    private void keepAddresses(UUID article) {
        for (String text : item.paths()) {
            Optional<OldPath> path =
                    OldPath.of(text).filter(known -> !known.value().equals("/"));
            if (path.isEmpty()) {
                continue;
            }
            Optional<OldAddress> taken = OldAddress.at(path.get());
            if (taken.isEmpty()) {
                OldAddress.bring(path.get(), ForwardingTarget.article(article), source);
            } else if (!article.equals(taken.get().target().article())) {
                notes.add(new Note("address-taken", path.get() + " leads elsewhere."));
            }
        }
    }

    private void addLosses(LossReport losses) {
        List<LossReport.Entry> entries = losses.entries();
        if (entries != null) {
            entries.forEach(entry -> notes.add(
                    new Note("loss", entry.what() + " (" + entry.count() + " times), near: " + entry.near())));
        }
    }
}
