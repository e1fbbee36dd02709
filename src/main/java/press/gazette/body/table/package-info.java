/** The cells of a table and their places. */
@NullMarked
package press.gazette.body.table;

import org.jspecify.annotations.NullMarked;
