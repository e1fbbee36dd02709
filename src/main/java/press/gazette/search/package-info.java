/** Search: words in, ranked public articles out. */
@NullMarked
package press.gazette.search;

import org.jspecify.annotations.NullMarked;
