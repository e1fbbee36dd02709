package press.gazette.curation.resolution;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The public articles for the entries and sources of a revision at one instant.
 *
 * @param visible the public ones among the articles of the entries
 * @param latest the articles of each tag whose latest an editor placed, newest first
 * @param fill the articles of each source of the fill, best first. Where a source has more, {@link Resolved} says if these
 *     were enough
 */
public record Candidates(Set<UUID> visible, Map<UUID, List<Candidate>> latest, List<List<Candidate>> fill) {}
