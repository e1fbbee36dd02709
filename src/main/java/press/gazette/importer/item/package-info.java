/** Content of other systems in one form, whatever format it came in: pure. */
@NullMarked
package press.gazette.importer.item;

import org.jspecify.annotations.NullMarked;
