/** Tags on articles as a whole: what happens to all articles that carry a tag at once. */
@NullMarked
package press.gazette.article.tagging;

import org.jspecify.annotations.NullMarked;
