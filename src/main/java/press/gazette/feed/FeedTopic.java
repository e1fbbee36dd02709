package press.gazette.feed;

import org.jspecify.annotations.Nullable;

import press.gazette.article.listing.ArticleSelection;
import press.gazette.change.Subject;
import press.gazette.feed.format.Publisher;
import press.gazette.tag.Tag;

/**
 * The topic of a feed: all articles, or those of a tag.
 *
 * @param path its current path, without the extension
 * @param id permanent; null if the path is permanent
 * @param title for readers; null: all articles
 * @param description of the tag; null: none
 * @param subject changes that touch it change the feed
 */
record FeedTopic(
        String path,
        @Nullable String id,
        @Nullable String title,
        @Nullable String description,
        ArticleSelection selection,
        Subject subject) {

    static final String ARTICLES = "/feeds/articles";
    static final String TAGS = "/feeds/tags/";

    static final FeedTopic EVERYTHING =
            new FeedTopic(ARTICLES, null, null, null, ArticleSelection.NEWEST, Subject.ARTICLES);

    static FeedTopic of(Tag tag) {
        return new FeedTopic(
                TAGS + tag.slug(),
                "urn:uuid:" + tag.id(),
                tag.name(),
                tag.text().description(),
                ArticleSelection.ofTag(tag.id()),
                Subject.tag(tag.id()));
    }

    /** The description of the feed: the tag's, or the site's if it has all articles; else one with the title of the site. */
    String descriptionOn(Publisher publisher) {
        String own = title == null ? publisher.description() : description;
        return own == null ? publisher.described() : own;
    }
}
