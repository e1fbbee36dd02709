package press.gazette.change;

import java.time.Instant;
import java.util.UUID;

/**
 * An article that was public and was withdrawn or deleted. It may be public again.
 *
 * @param at when it was removed
 */
public record Removal(UUID article, Instant at) {}
