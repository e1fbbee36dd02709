/** One writer for each feed format. Pure: the output depends on the {@link press.gazette.feed.format.Feed} only. */
@NullMarked
package press.gazette.feed.format;

import org.jspecify.annotations.NullMarked;
