package press.gazette.change;

import java.time.Instant;
import java.util.UUID;

/**
 * An article that readers saw and see no more, unless it has come back since.
 *
 * @param at when it went
 */
public record Removal(UUID article, Instant at) {}
