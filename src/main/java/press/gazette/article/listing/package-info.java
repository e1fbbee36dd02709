/** Listings of articles: filters, orders, pages, and articles by id. */
@NullMarked
package press.gazette.article.listing;

import org.jspecify.annotations.NullMarked;
