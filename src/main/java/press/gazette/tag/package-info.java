/**
 * The vocabulary: keywords, people, places, organisations, sections, series, contributors and tones are all tags. Slugs are
 * unique across types, and a former slug leads to its tag for ever. The room {@code article} knows the tags of articles.
 */
@NullMarked
package press.gazette.tag;

import org.jspecify.annotations.NullMarked;
