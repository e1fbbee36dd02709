/** One clock. Everything that asks for the time asks the injected {@link java.time.Clock}, so that tests can hold it still. */
@NullMarked
package press.gazette.time;

import org.jspecify.annotations.NullMarked;
