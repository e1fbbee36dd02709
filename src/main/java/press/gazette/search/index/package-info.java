/**
 * The index of public articles on this node, with Lucene: its files, how it follows the ledger, and how it comes back after a fault.
 * Only this package, those below it and {@code search.analysis} know Lucene.
 */
@NullMarked
package press.gazette.search.index;

import org.jspecify.annotations.NullMarked;
