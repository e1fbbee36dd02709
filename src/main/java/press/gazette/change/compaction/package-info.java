/** The compaction of the ledger: the last change of each subject is kept, and removals for a time. */
@NullMarked
package press.gazette.change.compaction;

import org.jspecify.annotations.NullMarked;
