/** The history of a list: what was saved, what differs, what was live when, and the way back. */
@NullMarked
package press.gazette.curation.revision;

import org.jspecify.annotations.NullMarked;
