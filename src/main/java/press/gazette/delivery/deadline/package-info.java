/**
 * How long anything may take: a request that waits for a worker, a connection, a node that is about to stop. The event loop
 * keeps the time and answers for whoever does not keep it.
 */
@NullMarked
package press.gazette.delivery.deadline;

import org.jspecify.annotations.NullMarked;
