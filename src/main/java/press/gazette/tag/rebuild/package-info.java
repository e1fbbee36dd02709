/** The words of tags that another release has written. */
@NullMarked
package press.gazette.tag.rebuild;

import org.jspecify.annotations.NullMarked;
