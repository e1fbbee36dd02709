/** Rows with due times: found, locked by one node, processed, and postponed when the work fails. */
@NullMarked
package press.gazette.database.due;

import org.jspecify.annotations.NullMarked;
