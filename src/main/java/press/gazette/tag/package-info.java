/**
 * The vocabulary: keywords, people, places, organisations, sections, series, contributors and tones are all tags. Slugs
 * are unique across types, and a slug that was once a tag's leads to it for ever. Which article carries which tag is the
 * business of {@code article}.
 */
@NullMarked
package press.gazette.tag;

import org.jspecify.annotations.NullMarked;
