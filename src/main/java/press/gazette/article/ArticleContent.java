package press.gazette.article;

import java.util.List;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Slug;
import press.gazette.article.body.Body;
import press.gazette.media.Media;
import press.gazette.tag.Tag;

/**
 * All that a writer writes: an article without its life (states, dates, numbers).
 *
 * @param language BCP 47
 * @param kicker absent: the primary tag's name stands there
 * @param tags in editorial order, sections and contributors among them; the first is the primary one
 * @param byline absent: made from the contributors' names
 * @param related hand-picked, best first
 */
public record ArticleContent(
        Slug slug,
        ArticleType type,
        String language,
        String title,
        @Nullable String kicker,
        @Nullable String standfirst,
        Body body,
        List<Tag> tags,
        @Nullable String byline,
        @Nullable Media image,
        Provenance provenance,
        @Nullable Seo seo,
        List<Article> related) {

    public ArticleContent {
        tags = List.copyOf(tags);
        related = List.copyOf(related);
    }

    static ArticleContent of(Article article, List<Article> related) {
        return new ArticleContent(
                new Slug(article.slug()),
                article.type(),
                article.language(),
                article.title(),
                article.kicker(),
                article.standfirst(),
                article.body(),
                article.tags(),
                article.byline(),
                article.image(),
                article.provenance(),
                article.seo(),
                related);
    }

    /** The same at another address. */
    public ArticleContent at(Slug other) {
        return new ArticleContent(
                other, type, language, title, kicker, standfirst, body, tags, byline, image, provenance, seo, related);
    }
}
