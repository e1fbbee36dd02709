/** Related articles: those that editors choose, then those with the most tags in common. */
@NullMarked
package press.gazette.article.related;

import org.jspecify.annotations.NullMarked;
