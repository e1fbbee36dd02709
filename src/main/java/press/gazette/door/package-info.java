/**
 * The way in for those who know nothing yet: the entry document, the API catalogue, the pages of the problems, for programs
 * and for people, and the site for readers.
 */
@NullMarked
package press.gazette.door;

import org.jspecify.annotations.NullMarked;
