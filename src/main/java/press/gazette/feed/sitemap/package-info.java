/** What search engines read: the latest news, and all articles in parts. Only what has its own address on the newsroom's site. */
@NullMarked
package press.gazette.feed.sitemap;

import org.jspecify.annotations.NullMarked;
