/** Pixels: decodes pictures in little memory, turns, crops, scales and encodes them. Knows no files of the store. */
@NullMarked
package press.gazette.media.picture;

import org.jspecify.annotations.NullMarked;
