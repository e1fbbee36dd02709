/**
 * Curated lists and pages. A list has numbered revisions, of which one is live; a revision has hand-placed entries and may
 * say how to fill what they leave free. "Latest Posts" is a list without entries, "Editor's Picks" one with both, and one
 * code path ({@link press.gazette.curation.Resolution}) answers for both.
 */
@NullMarked
package press.gazette.curation;

import org.jspecify.annotations.NullMarked;
