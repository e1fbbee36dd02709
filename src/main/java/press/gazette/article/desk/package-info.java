/**
 * The desk's side of articles: writing drafts, and the moves of an article's life, each a resource of its own. All rules are
 * the article's; here stands who may ask for what and how it is acknowledged.
 */
@NullMarked
package press.gazette.article.desk;

import org.jspecify.annotations.NullMarked;
