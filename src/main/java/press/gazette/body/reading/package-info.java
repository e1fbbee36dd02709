/** Reads HTML documents, as people paste and export them, as blocks. */
@NullMarked
package press.gazette.body.reading;

import org.jspecify.annotations.NullMarked;
