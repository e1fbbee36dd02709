package press.gazette.change;

import java.util.List;

/**
 * A change as caches see it: the responses that it invalidates.
 *
 * @param seq its number in the ledger
 * @param subjects all subjects whose responses may differ now
 * @param understood false if a newer version of Gazette has written it, which may mean more by it than this one knows
 */
public record Invalidation(long seq, List<Subject> subjects, boolean understood) {}
