/**
 * Invalidates external caches, such as Varnish and CDNs, when the ledger has a change. Every node sends to every cache,
 * after it has invalidated its own responses and again a second later: so no copy from a slower node outlives the
 * change.
 */
@NullMarked
package press.gazette.purge;

import org.jspecify.annotations.NullMarked;
