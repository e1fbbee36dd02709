/** The names of tags. */
@NullMarked
package press.gazette.tag.naming;

import org.jspecify.annotations.NullMarked;
