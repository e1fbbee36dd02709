/** The translations of an article: one article for each language, all of the same original. */
@NullMarked
package press.gazette.article.translation;

import org.jspecify.annotations.NullMarked;
