/** Files of the newsroom: their types, their arrival piece by piece, and the store that has them by their content. */
@NullMarked
package press.gazette.media.file;

import org.jspecify.annotations.NullMarked;
