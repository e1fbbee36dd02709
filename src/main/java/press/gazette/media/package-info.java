/** Pictures and their alternative text, credit and sizes, which go with them wherever they are shown. */
@NullMarked
package press.gazette.media;

import org.jspecify.annotations.NullMarked;
