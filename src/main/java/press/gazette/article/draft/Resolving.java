package press.gazette.article.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.address.Slug;
import press.gazette.article.Article;
import press.gazette.article.ArticleContent;
import press.gazette.article.Provenance;
import press.gazette.article.body.Body;
import press.gazette.media.Media;
import press.gazette.problem.Faults;
import press.gazette.tag.Tag;

/** Finds what a draft speaks of, and tells of everything that is not there or not free. */
final class Resolving {

    /** All former slugs are read with the article at the desk. A story that moves daily for three months has fewer. */
    private static final int MOST_ALIASES = 100;

    private final Faults faults = new Faults();
    private final ArticleDraft draft;
    private final @Nullable Article self;

    private Resolving(ArticleDraft draft, @Nullable Article self) {
        this.draft = draft;
        this.self = self;
    }

    /**
     * The content that the draft describes.
     *
     * @param self the article that it is a draft of; absent: a new one
     */
    static ArticleContent content(ArticleDraft draft, @Nullable Article self) {
        Resolving resolving = new Resolving(draft, self);
        ArticleContent content = resolving.content();
        resolving.faults.refuse();
        return content;
    }

    /** The same of what is still there: a saved draft may name what has been removed since. */
    static ArticleContent remaining(ArticleDraft draft, Article self) {
        return new Resolving(draft, self).content();
    }

    private ArticleContent content() {
        Slug slug = slug();
        List<Tag> tags = all("/tags/", draft.tags(), Tag::atDesk, "There is no such tag.");
        List<Article> related = all("/related/", draft.related(), Article::atDesk, "There is no such article.");
        int own = self == null ? -1 : related.indexOf(self);
        faults.check(own < 0, "/related/" + own, "An article is not related to itself.");
        Media image = draft.image() == null ? null : image(draft.image());
        Body body = draft.body() == null ? Body.EMPTY : body(draft.body());
        return new ArticleContent(
                slug,
                draft.type(),
                draft.language(),
                draft.title(),
                draft.kicker(),
                draft.standfirst(),
                body,
                tags,
                draft.byline(),
                image,
                new Provenance(draft.canonicalUrl(), draft.source(), draft.rights()),
                draft.seo(),
                related);
    }

    private Slug slug() {
        Slug slug = draft.slug() == null ? Slug.from(draft.title()).free(this::isFree) : new Slug(draft.slug());
        faults.check(isFree(slug), "/slug", "Another article is or was at this slug.");
        faults.check(
                self == null || !isOneMore(slug, self),
                "/slug",
                "The article has " + MOST_ALIASES + " former slugs, which lead to it for ever. Keep its slug, or go "
                        + "back to a former one.");
        return slug;
    }

    private static boolean isOneMore(Slug slug, Article article) {
        return article.aliases().size() >= MOST_ALIASES
                && !slug.value().equals(article.slug())
                && !article.aliases().contains(slug.value());
    }

    private boolean isFree(Slug slug) {
        return holder(slug).filter(holder -> !holder.equals(self)).isEmpty();
    }

    /** The article that is or was at this slug. */
    private static Optional<Article> holder(Slug slug) {
        return Article.<Article>find("slug", slug.value())
                .<Article>firstResultOptional()
                .or(() -> Article.<Article>find(
                                "select a from Article a join a.aliases old where old = ?1", slug.value())
                        .firstResultOptional());
    }

    private <T> List<T> all(
            String pointer, @Nullable List<String> texts, Function<Ref, Optional<T>> find, String missing) {
        List<T> found = new ArrayList<>();
        Set<T> once = new HashSet<>();
        List<String> all = texts == null ? List.of() : texts;
        for (int i = 0; i < all.size(); i++) {
            Optional<T> one = Ref.of(all.get(i)).flatMap(find);
            faults.check(one.isPresent(), pointer + i, missing);
            // Two names of one thing are what an older draft has after a merger of tags; it is meant once.
            faults.check(all.indexOf(all.get(i)) == i, pointer + i, "This is there twice.");
            one.filter(once::add).ifPresent(found::add);
        }
        return found;
    }

    private @Nullable Media image(String text) {
        Optional<UUID> id = Ref.of(text).map(Ref::id);
        Optional<Media> image = id.flatMap(known -> Media.<Media>findByIdOptional(known));
        faults.check(image.isPresent(), "/image", "There is no such picture; this is the id of one.");
        return image.orElse(null);
    }

    private Body body(BodyDraft body) {
        try {
            return body.body();
        } catch (IllegalArgumentException e) {
            faults.add("/body", Objects.requireNonNullElse(e.getMessage(), "This is no body."));
            return Body.EMPTY;
        }
    }
}
