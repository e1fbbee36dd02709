/** The heads of pictures and what they say of themselves: size, texts, orientation. Reads no pixels. */
@NullMarked
package press.gazette.media.metadata;

import org.jspecify.annotations.NullMarked;
