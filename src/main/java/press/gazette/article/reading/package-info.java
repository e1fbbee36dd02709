/** Articles as readers get them: rows, cards and whole articles. */
@NullMarked
package press.gazette.article.reading;

import org.jspecify.annotations.NullMarked;
