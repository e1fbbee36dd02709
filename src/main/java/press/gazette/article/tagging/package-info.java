/** Changes to all articles of a tag at once: the merger of two tags. */
@NullMarked
package press.gazette.article.tagging;

import org.jspecify.annotations.NullMarked;
