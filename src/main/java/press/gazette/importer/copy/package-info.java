/** Copies files of former sites into the store: from the network or from a folder. */
@NullMarked
package press.gazette.importer.copy;

import org.jspecify.annotations.NullMarked;
