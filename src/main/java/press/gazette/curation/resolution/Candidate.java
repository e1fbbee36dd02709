package press.gazette.curation.resolution;

import java.time.Instant;
import java.util.UUID;

/**
 * An article that readers may see.
 *
 * @param date when it was published or, where its source goes by that, updated
 */
public record Candidate(UUID article, Instant date) {}
