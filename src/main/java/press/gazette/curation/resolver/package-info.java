/** Reads revisions and candidates of lists in a constant number of statements, and resolves them. */
@NullMarked
package press.gazette.curation.resolver;

import org.jspecify.annotations.NullMarked;
