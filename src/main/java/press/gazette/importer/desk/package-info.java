/** The desk's resource for imports. */
@NullMarked
package press.gazette.importer.desk;

import org.jspecify.annotations.NullMarked;
