/** Files of the newsroom for readers. */
@NullMarked
package press.gazette.media.reading;

import org.jspecify.annotations.NullMarked;
