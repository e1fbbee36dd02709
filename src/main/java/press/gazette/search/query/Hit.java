package press.gazette.search.query;

import java.time.Instant;
import java.util.UUID;

/**
 * An article that an index proposes, and the key of its place in the order: a page starts right behind the last hit of the page
 * before.
 *
 * @param score finite; 0 in the orders by date
 */
public record Hit(float score, Instant publishedAt, UUID id) {}
