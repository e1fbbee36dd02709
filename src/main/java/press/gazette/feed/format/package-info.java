/** One feed, one writer for each format. Pure: what it is given, and nothing else, decides the bytes. */
@NullMarked
package press.gazette.feed.format;

import org.jspecify.annotations.NullMarked;
