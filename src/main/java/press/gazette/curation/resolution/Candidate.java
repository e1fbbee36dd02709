package press.gazette.curation.resolution;

import java.time.Instant;
import java.util.UUID;

/**
 * A public article that a source offers.
 *
 * @param date of its publication, or of its last update where the source is ordered by that
 */
public record Candidate(UUID article, Instant date) {}
