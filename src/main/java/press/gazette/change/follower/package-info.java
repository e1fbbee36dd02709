/** Followers of the ledger: each has a cursor in the database, which one node moves. */
@NullMarked
package press.gazette.change.follower;

import org.jspecify.annotations.NullMarked;
