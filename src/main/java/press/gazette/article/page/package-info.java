/** The URL of an article's page on the newsroom's own site, made from the setting {@code gazette.article-url}. */
@NullMarked
package press.gazette.article.page;

import org.jspecify.annotations.NullMarked;
