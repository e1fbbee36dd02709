/** Renditions of stored pictures: presets, their plan for a picture, and the making of each when it is first asked for. */
@NullMarked
package press.gazette.media.rendition;

import org.jspecify.annotations.NullMarked;
