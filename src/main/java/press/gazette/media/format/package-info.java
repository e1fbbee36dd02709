/** Formats of files that no library reads for us: what they tell of themselves, and what must not leave with them. */
@NullMarked
package press.gazette.media.format;

import org.jspecify.annotations.NullMarked;
