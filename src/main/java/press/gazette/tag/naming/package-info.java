/** The names of tags, and the words by which tags are found. */
@NullMarked
package press.gazette.tag.naming;

import org.jspecify.annotations.NullMarked;
