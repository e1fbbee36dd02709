/** Articles as an index takes them from the database and its ledger, and the place of an index in the ledger. */
@NullMarked
package press.gazette.search.source;

import org.jspecify.annotations.NullMarked;
