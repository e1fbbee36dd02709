/**
 * Feeds of all articles, of each tag and of each curated list, for readers, partners and search engines.
 * {@link press.gazette.feed.FeedQueries} reads a feed independently of the format, so all formats have the same
 * articles with the same ids and dates. The id of an article is {@code urn:uuid:} and its UUID, the same in every feed
 * for ever; its published date never changes; the date of a feed comes from the ledger and never goes back.
 */
@NullMarked
package press.gazette.feed;

import org.jspecify.annotations.NullMarked;
