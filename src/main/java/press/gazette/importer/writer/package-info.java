/** Writes imported articles, tags and pictures with the verbs of the desk, in the transaction of its caller. */
@NullMarked
package press.gazette.importer.writer;

import org.jspecify.annotations.NullMarked;
