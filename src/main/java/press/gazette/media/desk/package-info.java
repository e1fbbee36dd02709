/** Pictures as editors keep them: where the file is, what goes with it, and when its rights end. */
@NullMarked
package press.gazette.media.desk;

import org.jspecify.annotations.NullMarked;
