/**
 * The vocabulary for editors: tags in all states, written as drafts. Parents form no cycle, and changes that readers cannot see
 * stay out of the ledger.
 */
@NullMarked
package press.gazette.tag.desk;

import org.jspecify.annotations.NullMarked;
