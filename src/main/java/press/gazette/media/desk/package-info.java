/** Pictures at the desk: the URL of the file, its description, and the end of its rights. */
@NullMarked
package press.gazette.media.desk;

import org.jspecify.annotations.NullMarked;
