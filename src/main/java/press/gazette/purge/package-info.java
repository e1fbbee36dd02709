/**
 * Tells caches outside, such as Varnish and CDNs, which groups of answers to forget when the ledger tells of a change. Every
 * node tells every cache, after it has forgotten its own answers and once more a second later: so no copy that a slower node
 * has given out outlives the change.
 */
@NullMarked
package press.gazette.purge;

import org.jspecify.annotations.NullMarked;
