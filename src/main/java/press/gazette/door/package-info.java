/** The way in for those who know nothing yet: the entry document, the API catalogue, the pages of the problems. */
@NullMarked
package press.gazette.door;

import org.jspecify.annotations.NullMarked;
