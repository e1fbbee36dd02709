package press.gazette.curation.resolver;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import press.gazette.curation.content.ListContent;

/**
 * A revision of a list to resolve.
 *
 * @param list the id of the list
 * @param number of the revision
 * @param since the time of its publication; if it is not live, of its save
 */
public record ResolvableRevision(UUID list, String key, int number, Instant since, ListContent content) {

    /** The revision without some articles: other candidates take their places. */
    ResolvableRevision without(Set<UUID> articles) {
        return new ResolvableRevision(list, key, number, since, content.withoutArticles(articles));
    }
}
