/** Lists and pages for readers, in a constant number of statements. */
@NullMarked
package press.gazette.curation.reading;

import org.jspecify.annotations.NullMarked;
