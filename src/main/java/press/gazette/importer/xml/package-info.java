/** XML as files have it, repaired while it streams, and small texts: pure. */
@NullMarked
package press.gazette.importer.xml;

import org.jspecify.annotations.NullMarked;
