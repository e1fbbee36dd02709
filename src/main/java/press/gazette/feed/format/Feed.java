package press.gazette.feed.format;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;

import press.gazette.change.Removal;

/**
 * A feed, independent of the format.
 *
 * @param id permanent, independent of title and format
 * @param description one sentence
 * @param updated the time of the last change to anything in it; in whole seconds, because readers misread fractions
 * @param links in the order to write them
 * @param items in the order of the feed
 * @param removals articles that were in it and have been removed, the latest first
 */
public record Feed(
        String id,
        String title,
        String description,
        Publisher publisher,
        Instant updated,
        Extent extent,
        List<FeedLink> links,
        List<FeedItem> items,
        List<Removal> removals) {

    /** The extent of a feed document (RFC 5005). */
    public enum Extent {
        /** The newest articles, or a page behind them. */
        PAGE,
        /** All articles of the feed. */
        COMPLETE,
        /** All articles of a past day. */
        ARCHIVE
    }

    public Feed {
        updated = updated.truncatedTo(ChronoUnit.SECONDS);
        links = List.copyOf(links);
        items = List.copyOf(items);
        removals = removals.stream()
                .map(removal -> new Removal(removal.article(), removal.at().truncatedTo(ChronoUnit.SECONDS)))
                .toList();
    }

    /** The URL of the link with this relation; null if there is none. */
    @Nullable
    String link(String relation) {
        return links.stream()
                .filter(link -> link.relation().equals(relation))
                .map(FeedLink::url)
                .findFirst()
                .orElse(null);
    }

    /** The language of all items; if there are none, or in several languages, that of the site. */
    String language() {
        List<String> languages =
                items.stream().map(item -> item.card().language()).distinct().toList();
        return languages.size() == 1 ? languages.get(0) : publisher.language();
    }
}
