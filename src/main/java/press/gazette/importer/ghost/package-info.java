/** Reads exports of Ghost: pure. */
@NullMarked
package press.gazette.importer.ghost;

import org.jspecify.annotations.NullMarked;
