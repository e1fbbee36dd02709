package press.gazette.curation.resolution;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What readers may see of all that a revision speaks of, at one instant.
 *
 * @param visible which of the articles that are placed by hand
 * @param latest for each tag whose latest is placed by hand, its articles, newest first
 * @param fill for each source of the fill, its articles, best first; where they are not all that it has, {@link Resolved}
 *     says whether there were enough
 */
public record Candidates(Set<UUID> visible, Map<UUID, List<Candidate>> latest, List<List<Candidate>> fill) {}
