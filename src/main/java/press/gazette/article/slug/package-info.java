/** Slugs lead to one article each. */
@NullMarked
package press.gazette.article.slug;

import org.jspecify.annotations.NullMarked;
