/**
 * Feeds of everything, of each tag and of each curated list, for readers, partners and search engines. A feed is read once
 * ({@link press.gazette.feed.FeedReading}) whatever the format, so all formats show the same articles with the same ids and
 * dates. An article is {@code urn:uuid:} and its id in every feed and for ever; its published date never moves; what a feed
 * says as its own date comes from the ledger and never goes back.
 */
@NullMarked
package press.gazette.feed;

import org.jspecify.annotations.NullMarked;
