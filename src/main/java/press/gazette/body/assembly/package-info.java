/** Builds blocks from the pieces of a document, within the bounds of every body. */
@NullMarked
package press.gazette.body.assembly;

import org.jspecify.annotations.NullMarked;
