/**
 * Sitemaps for search engines: the latest news, and all articles in parts. Only articles with their own page on the
 * newsroom's site are included.
 */
@NullMarked
package press.gazette.feed.sitemap;

import org.jspecify.annotations.NullMarked;
