/** The site document for readers, in a constant number of statements. */
@NullMarked
package press.gazette.site.reading;

import org.jspecify.annotations.NullMarked;
