/** Reads RSS and Atom with full text: pure. */
@NullMarked
package press.gazette.importer.feed;

import org.jspecify.annotations.NullMarked;
