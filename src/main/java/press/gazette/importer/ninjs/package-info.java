/** Reads items of news agencies in ninjs 1.0 to 3.1: pure. */
@NullMarked
package press.gazette.importer.ninjs;

import org.jspecify.annotations.NullMarked;
