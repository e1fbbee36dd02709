package press.gazette.feed.format;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;

import press.gazette.change.Removal;

/**
 * A feed as all formats write it.
 *
 * @param id the same for ever, whatever its title and the format
 * @param description a sentence about what it holds
 * @param publisher whose feed it is
 * @param updated when anything of it last changed; in whole seconds, because readers misread fractions
 * @param extent which part of all there is it holds
 * @param links where else to go, in the order to write them
 * @param items in the order of the feed
 * @param removals articles that were in it and have been taken away, the latest first
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

    /** Which part of all there is a document holds (RFC 5005). */
    public enum Extent {
        /** The newest, or a page of what is behind them. */
        PAGE,
        /** All: what is not in it is not in the feed. */
        COMPLETE,
        /** All of a time that is over. */
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

    /** Where the link with this relation leads; absent: nowhere. */
    @Nullable
    String link(String relation) {
        return links.stream()
                .filter(link -> link.relation().equals(relation))
                .map(FeedLink::url)
                .findFirst()
                .orElse(null);
    }

    /** The one language of all items; absent: there are none, or several. */
    @Nullable
    String language() {
        List<String> languages =
                items.stream().map(item -> item.card().language()).distinct().toList();
        return languages.size() == 1 ? languages.get(0) : null;
    }
}
