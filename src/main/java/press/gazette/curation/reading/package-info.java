/** Lists and pages as readers see them: what a resolution needs, read in a constant number of statements, and what it shows. */
@NullMarked
package press.gazette.curation.reading;

import org.jspecify.annotations.NullMarked;
