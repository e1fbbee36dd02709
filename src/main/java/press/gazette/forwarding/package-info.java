/** Addresses of a former site: each leads to an article, a tag or another address. */
@NullMarked
package press.gazette.forwarding;

import org.jspecify.annotations.NullMarked;
