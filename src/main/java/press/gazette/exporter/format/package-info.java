/** The lines of an export: one row of the database each, with the columns as members. */
@NullMarked
package press.gazette.exporter.format;

import org.jspecify.annotations.NullMarked;
