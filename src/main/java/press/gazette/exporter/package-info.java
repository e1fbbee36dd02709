/** Writes the whole content as NDJSON, in constant memory. */
@NullMarked
package press.gazette.exporter;

import org.jspecify.annotations.NullMarked;
