/** Public changes for copies elsewhere: everything once, then all that changes, as pages and as a stream. */
@NullMarked
package press.gazette.sync;

import org.jspecify.annotations.NullMarked;
