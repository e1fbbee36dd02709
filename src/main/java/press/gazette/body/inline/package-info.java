/** The text inside a block: spans with marks, addresses, attributions and the rules for single characters. */
@NullMarked
package press.gazette.body.inline;

import org.jspecify.annotations.NullMarked;
