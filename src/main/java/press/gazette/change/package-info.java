/**
 * The ledger: one row for every change to a public thing, written in the transaction that makes the change, numbered
 * without gaps in the order of the commits. Caches, indexes, feeds and webhooks learn what happened from here and from
 * nowhere else, each on its own cursor.
 */
@NullMarked
package press.gazette.change;

import org.jspecify.annotations.NullMarked;
