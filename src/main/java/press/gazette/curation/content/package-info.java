/** The stored content of lists: the values in a revision. */
@NullMarked
package press.gazette.curation.content;

import org.jspecify.annotations.NullMarked;
