package press.gazette.article;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

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
import press.gazette.media.rendition.Focus;
import press.gazette.tag.Tag;

/**
 * The content that writers write: an article without its state, dates and revision numbers.
 *
 * @param language BCP 47
 * @param access absent: free
 * @param kicker absent: the primary tag's name
 * @param tags in editorial order, sections and contributors among them; the first is the primary one
 * @param byline absent: made from the contributors' names
 * @param imageFocus the point of the lead picture that crops keep; absent: that of the picture
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
        @Nullable Focus imageFocus,
        Provenance provenance,
        @Nullable Seo seo,
        List<Article> related,
        @Nullable Article translationOf) {

    /** Raised whenever the recorded media of articles change their meaning: those of stored articles are recorded anew. */
    public static final int MEDIA_FORM = 1;

    public ArticleContent {
        tags = List.copyOf(tags);
        related = List.copyOf(related);
    }

    /** The ids of the media that it shows: lead picture, picture for social networks, body. */
    Set<UUID> media() {
        return media(image, seo, body);
    }

    /** The same of its parts. */
    static Set<UUID> media(@Nullable Media image, @Nullable Seo seo, Body body) {
        Set<UUID> all = new HashSet<>(body.mediaIds());
        if (image != null) {
            all.add(image.id());
        }
        if (seo != null && seo.imageId() != null) {
            all.add(seo.imageId());
        }
        return all;
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
                imageFocus,
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
                imageFocus,
                provenance,
                seo,
                related,
                translationOf);
    }
}
