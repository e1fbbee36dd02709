/** Writes bodies as HTML. */
@NullMarked
package press.gazette.body.html;

import org.jspecify.annotations.NullMarked;
