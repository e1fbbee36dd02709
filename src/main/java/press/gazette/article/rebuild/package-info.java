/** Rebuilds columns of articles that a former release has written. */
@NullMarked
package press.gazette.article.rebuild;

import org.jspecify.annotations.NullMarked;
