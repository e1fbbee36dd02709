/** Pictures with what must go with them wherever they are shown: words for those who cannot see them, credit, sizes. */
@NullMarked
package press.gazette.media;

import org.jspecify.annotations.NullMarked;
