package press.gazette.feed;

import org.jspecify.annotations.Nullable;

import press.gazette.article.listing.ArticleSelection;
import press.gazette.change.Subject;
import press.gazette.tag.Tag;

/**
 * What a feed is about.
 *
 * @param path its current address, without the extension
 * @param id a name for ever; absent: the address
 * @param title what readers see; absent: the publication's name
 * @param description absent: none
 * @param subject what changes touch that make it another feed
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
                tag.description(),
                ArticleSelection.ofTag(tag.id()),
                Subject.tag(tag.id()));
    }
}
