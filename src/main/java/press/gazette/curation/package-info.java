/**
 * Curated lists and pages. A list has numbered revisions, of which one is live. A revision has entries that editors placed,
 * and a fill for the items that the entries leave free. "Latest Posts" has a fill alone, "Editor's Picks" has both; {@link
 * press.gazette.curation.resolution.Resolution} resolves both. The public items change when a revision is published, when
 * the window of an entry opens or closes, and when articles change. An edit alone changes nothing for readers.
 */
@NullMarked
package press.gazette.curation;

import org.jspecify.annotations.NullMarked;
