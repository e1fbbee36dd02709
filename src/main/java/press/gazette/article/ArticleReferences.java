package press.gazette.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Id;
import press.gazette.address.Ref;
import press.gazette.address.Slug;
import press.gazette.article.draft.ArticleDraft;
import press.gazette.article.draft.BodyDraft;
import press.gazette.article.draft.NewArticle;
import press.gazette.article.draft.Provenance;
import press.gazette.article.draft.Seo;
import press.gazette.article.translation.Translation;
import press.gazette.article.translation.Version;
import press.gazette.body.Body;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.desk.LossReport;
import press.gazette.media.Media;
import press.gazette.problem.Faults;
import press.gazette.problem.Problem;
import press.gazette.tag.Tag;
import press.gazette.tag.TagRef;

/**
 * Resolves the tags, picture and articles that a draft names, those that its body links to among them. Reports every
 * missing one, and a slug that is taken.
 */
public final class ArticleReferences {

    /** The desk reads all former slugs with the article. A story that moves daily for three months has fewer. */
    private static final int MOST_ALIASES = 100;

    private static final String TRANSLATION = "/translationOf";

    private final Faults faults = new Faults();
    private final ArticleDraft draft;
    private final @Nullable Article self;
    private final LossReport losses;

    private ArticleReferences(ArticleDraft draft, @Nullable Article self, LossReport losses) {
        this.draft = draft;
        this.self = self;
        this.losses = losses;
    }

    /**
     * The content that the draft describes.
     *
     * @param self the article that it is a draft of; absent: a new one
     * @param losses takes what the body cannot hold
     * @throws Problem {@code invalid-content} that lists every fault
     */
    static ArticleContent resolve(ArticleDraft draft, @Nullable Article self, LossReport losses) {
        ArticleReferences references = new ArticleReferences(draft, self, losses);
        ArticleContent content = references.content();
        references.faults.refuse();
        return content;
    }

    /**
     * The content of a new article. Checks that its former slugs and its identity elsewhere are free, too.
     *
     * @throws Problem {@code invalid-content} that lists every fault
     */
    static ArticleContent resolve(NewArticle begun, LossReport losses) {
        ArticleReferences references = new ArticleReferences(begun.draft(), null, losses);
        ArticleContent content = references.content();
        ArticlePast.check(begun, references.faults);
        references.faults.refuse();
        return content;
    }

    /**
     * The content of the article's working draft, about to go live.
     *
     * @throws Problem {@code conflict} if it names something that has been removed since it was saved
     */
    static ArticleContent publishable(Article article) {
        try {
            return resolve(article.workingDraft(), article, LossReport.ofStoredContent());
        } catch (Problem fault) {
            throw Problem.conflict(
                    "The working draft cannot be published. " + fault.detail() + " Edit the draft first.");
        }
    }

    /** The content of the article's working draft, without references to what has been removed since it was saved. */
    public static ArticleContent working(Article article) {
        return article.revisions().areAhead()
                ? new ArticleReferences(article.workingDraft(), article, LossReport.ofStoredContent()).content()
                : article.content();
    }

    private ArticleContent content() {
        Slug slug = slug();
        List<Tag> tags = all("/tags/", draft.tags(), TagRef.atDesk(draft.tags()), "There is no such tag.");
        List<Article> related = all("/related/", draft.related(), ArticleRef::atDesk, "There is no such article.");
        int own = self == null ? -1 : related.indexOf(self);
        faults.check(own < 0, "/related/" + own, "An article is not related to itself.");
        for (int i = 0; i < related.size(); i++) {
            faults.check(
                    related.get(i).text().type().isListed(),
                    "/related/" + i,
                    "An article of the type page cannot be related. Link to it in the body.");
        }
        Media image = draft.image() == null ? null : image("/image", draft.image());
        Article original = original();
        Body body = body();
        return new ArticleContent(
                slug,
                draft.type(),
                draft.language(),
                draft.title(),
                draft.kicker(),
                draft.standfirst(),
                body,
                draft.access(),
                tags,
                draft.byline(),
                image,
                image == null ? null : draft.imageFocus(),
                new Provenance(draft.canonicalUrl(), draft.source(), draft.rights()),
                seo(),
                related,
                original);
    }

    /** The original of a published or working translation; null: the article is an original. */
    static @Nullable Article original(Article article) {
        return article.id() == null
                ? null
                : Translation.originalOf(article.id())
                        .filter(original -> !original.equals(article.id()))
                        .flatMap(original -> Article.<Article>findByIdOptional(original))
                        .orElse(null);
    }

    /** The article as a version of a story. */
    static Version version(Article article) {
        boolean holdsItsPlace = article.life().status() != Status.WITHDRAWN;
        return new Version(article.id(), holdsItsPlace ? article.text().language() : null);
    }

    /** The original that the draft names, directly or by a translation of it. Checks that the language is free. */
    private @Nullable Article original() {
        UUID id = self == null ? null : self.id();
        String text = draft.translationOf();
        if (text == null) {
            if (id != null && Translation.isTranslated(id)) {
                checkLanguage("/language", id);
            }
            return null;
        }
        Article named = Ref.of(text).flatMap(ArticleRef::atDesk).orElse(null);
        if (named == null) {
            faults.add(TRANSLATION, "There is no such article.");
            return null;
        }
        Article original = Optional.ofNullable(original(named)).orElse(named);
        if (original.equals(self)) {
            faults.add(
                    TRANSLATION,
                    named.equals(self)
                            ? "An article cannot be a translation of itself."
                            : "The article \"" + named.slug() + "\" is a translation of this one.");
            return null;
        }
        faults.check(
                id == null || !Translation.isTranslated(id),
                TRANSLATION,
                "Other articles are translations of this one. Make them translations of the other article first.");
        if (version(original).isIn(draft.language())) {
            addTaken(TRANSLATION, original.slug());
        } else {
            checkLanguage(TRANSLATION, original.id());
        }
        faults.check(
                !Translation.isFull(original.id(), id),
                TRANSLATION,
                "A story has at most " + Translation.MOST + " translations.");
        return original;
    }

    private void checkLanguage(String pointer, UUID original) {
        Translation.taken(original, draft.language(), self == null ? null : self.id())
                .ifPresent(other -> addTaken(pointer, other));
    }

    private void addTaken(String pointer, String other) {
        faults.add(
                pointer,
                "The article \"" + other + "\" tells this story in the language " + draft.language()
                        + " already. There is one article for each language.");
    }

    private Slug slug() {
        Slug slug = draft.slug() == null
                ? Slug.from(draft.title(), draft.language(), "article").free(this::isFree)
                : new Slug(draft.slug());
        faults.check(isFree(slug), "/slug", "Another article has or had this slug.");
        faults.check(
                self == null || !isOneMore(slug, self),
                "/slug",
                "The article has " + MOST_ALIASES + " former slugs, which lead to it for ever. Keep its slug, or go "
                        + "back to a former one.");
        return slug;
    }

    private static boolean isOneMore(Slug slug, Article article) {
        SortedSet<String> aliases = article.text().aliases();
        return aliases.size() >= MOST_ALIASES
                && !slug.value().equals(article.slug())
                && !aliases.contains(slug.value());
    }

    /** True if no other article has or had this slug. */
    private boolean isFree(Slug slug) {
        return ArticleRef.bySlugs(List.of(slug.value())).stream()
                .allMatch(holder -> self != null && holder.equals(self.id()));
    }

    private <T> List<T> all(
            String pointer, @Nullable List<String> texts, Function<Ref, Optional<T>> find, String missing) {
        List<T> found = new ArrayList<>();
        Set<T> once = new HashSet<>();
        List<String> all = texts == null ? List.of() : texts;
        for (int i = 0; i < all.size(); i++) {
            Optional<T> one = Ref.of(all.get(i)).flatMap(find);
            faults.check(one.isPresent(), pointer + i, missing);
            // After a merger, an older draft may name one tag by two slugs: the tag counts once.
            faults.check(all.indexOf(all.get(i)) == i, pointer + i, "This is listed twice.");
            one.filter(once::add).ifPresent(found::add);
        }
        return found;
    }

    private @Nullable Seo seo() {
        Seo seo = draft.seo();
        return seo == null || seo.image() == null || image("/seo/image", seo.image()) != null
                ? seo
                : new Seo(seo.title(), seo.description(), seo.noIndex(), null);
    }

    private @Nullable Media image(String pointer, String text) {
        Optional<UUID> id = Id.of(text).map(Id::value);
        Optional<Media> image =
                id.flatMap(known -> Media.<Media>findByIdOptional(known)).filter(Media::isPicture);
        faults.check(image.isPresent(), pointer, "There is no picture with this id.");
        return image.orElse(null);
    }

    private Body body() {
        BodyDraft given = draft.body();
        Body body = given == null ? Body.EMPTY : given.read(losses, faults);
        if (body == null) {
            return Body.EMPTY;
        }
        faults.check(
                draft.access() == null || draft.access().suits(body),
                "/access/preview",
                "The body has " + body.blocks().size() + " blocks: a preview has at most as many. Without a number it "
                        + "has the newsroom's usual one.");
        if (given != null) {
            checkLinks(given, body);
        }
        return body;
    }

    private void checkLinks(BodyDraft given, Body body) {
        Set<UUID> unknown = new HashSet<>(body.articles());
        if (!unknown.isEmpty()) {
            Object ids = unknown.toArray(UUID[]::new);
            Sql.of("select a.id from article a where a.id = any(?)", ids)
                    .rows(Row::uuid)
                    .forEach(unknown::remove);
        }
        for (int i = 0; i < body.blocks().size() && !unknown.isEmpty(); i++) {
            String pointer = given.pointer(i);
            body.blocks()
                    .get(i)
                    .articles()
                    .filter(unknown::contains)
                    .distinct()
                    .forEach(id -> faults.add(pointer, "There is no article \"" + id + "\" for a link to lead to."));
        }
    }
}
