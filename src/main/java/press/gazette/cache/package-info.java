/**
 * The cache of rendered responses. The ledger invalidates it; a hit is served on the event loop, without a worker thread or a
 * statement; of several requests for the same response at once, one renders it.
 */
@NullMarked
package press.gazette.cache;

import org.jspecify.annotations.NullMarked;
