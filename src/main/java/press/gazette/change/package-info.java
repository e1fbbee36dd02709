/**
 * The ledger: one row for every change to public content, written in the transaction that makes the change, numbered
 * without gaps in the order of the commits. Caches, indexes, feeds and webhooks learn of changes from here only, each
 * with its own cursor.
 */
@NullMarked
package press.gazette.change;

import org.jspecify.annotations.NullMarked;
