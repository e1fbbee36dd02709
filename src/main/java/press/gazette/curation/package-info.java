/**
 * Curated lists and pages. A list has numbered revisions, of which one is live; a revision has hand-placed entries and says
 * how to fill what they leave free. "Latest Posts" is a list without entries, "Editor's Picks" one with both, and one code
 * path ({@link press.gazette.curation.resolution.Resolution}) answers for both. What readers see changes when a revision
 * goes live, when an entry's window opens or closes, and when articles change; an edit changes nothing of it.
 */
@NullMarked
package press.gazette.curation;

import org.jspecify.annotations.NullMarked;
