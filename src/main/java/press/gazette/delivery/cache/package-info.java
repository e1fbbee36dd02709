/**
 * Answers that have been rendered, kept until the ledger tells of a change that touches them, and given out on the event
 * loop: a hit costs no worker thread and no statement, and of many who ask for the same thing at once one has it rendered.
 */
@NullMarked
package press.gazette.delivery.cache;

import org.jspecify.annotations.NullMarked;
