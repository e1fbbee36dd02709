/** The old addresses at the desk. */
@NullMarked
package press.gazette.forwarding.desk;

import org.jspecify.annotations.NullMarked;
