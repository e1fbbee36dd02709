/** The changes to all resources of the desk, drafts too, for screens that stay fresh. The public ledger has none of it. */
@NullMarked
package press.gazette.desk.changes;

import org.jspecify.annotations.NullMarked;
