/** The settings, numbers and waits that both engines share. */
@NullMarked
package press.gazette.search.engine;

import org.jspecify.annotations.NullMarked;
