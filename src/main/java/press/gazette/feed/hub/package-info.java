/**
 * WebSub: a hub that the operator names is told of feeds that have changed, and spreads the word. It is told from the ledger,
 * after the commit, by one node, again and again until it has understood.
 */
@NullMarked
package press.gazette.feed.hub;

import org.jspecify.annotations.NullMarked;
