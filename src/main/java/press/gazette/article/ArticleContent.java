package press.gazette.article;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Slug;
import press.gazette.article.access.AccessDraft;
import press.gazette.article.draft.ArticleDraft;
import press.gazette.article.draft.ArticleType;
import press.gazette.article.draft.BodyDraft;
import press.gazette.article.draft.Provenance;
import press.gazette.article.draft.Seo;
import press.gazette.body.Body;
import press.gazette.media.Media;
import press.gazette.tag.Tag;

/**
 * The content that writers write: an article without its state, dates and revision numbers.
 *
 * @param language BCP 47
 * @param access absent: free
 * @param kicker absent: the primary tag's name
 * @param tags in editorial order, sections and contributors among them; the first is the primary one
 * @param byline absent: made from the contributors' names
 * @param related hand-picked, best first
 * @param translationOf the original; absent: the article is not a translation
 */
public record ArticleContent(
        Slug slug,
        ArticleType type,
        String language,
        String title,
        @Nullable String kicker,
        @Nullable String standfirst,
        Body body,
        @Nullable AccessDraft access,
        List<Tag> tags,
        @Nullable String byline,
        @Nullable Media image,
        Provenance provenance,
        @Nullable Seo seo,
        List<Article> related,
        @Nullable Article translationOf) {

    public ArticleContent {
        tags = List.copyOf(tags);
        related = List.copyOf(related);
    }

    /** The content as editors write it, with references in their stored form. */
    ArticleDraft draft() {
        return new ArticleDraft(
                slug.value(),
                type,
                language,
                title,
                kicker,
                standfirst,
                BodyDraft.of(body),
                access,
                tags.stream().map(Tag::slug).toList(),
                byline,
                image == null ? null : Objects.toString(image.picture().id()),
                provenance.canonicalUrl(),
                provenance.source(),
                provenance.rights(),
                seo,
                related.stream().map(article -> article.id().toString()).toList(),
                translationOf == null ? null : translationOf.id().toString(),
                null);
    }

    /** The same content at another slug. */
    public ArticleContent at(Slug other) {
        return new ArticleContent(
                other,
                type,
                language,
                title,
                kicker,
                standfirst,
                body,
                access,
                tags,
                byline,
                image,
                provenance,
                seo,
                related,
                translationOf);
    }
}
