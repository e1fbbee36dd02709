/** Reads an export into an empty database: first all lines are checked, then all are written, in one transaction. */
@NullMarked
package press.gazette.exporter.restoration;

import org.jspecify.annotations.NullMarked;
