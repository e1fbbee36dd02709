/** The warm-up of a node before it accepts requests. */
@NullMarked
package press.gazette.warmup;

import org.jspecify.annotations.NullMarked;
