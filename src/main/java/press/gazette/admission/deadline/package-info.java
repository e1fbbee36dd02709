/**
 * Deadlines of requests and of a stopping node. The event loop watches the time and responds in place of a worker that is
 * late.
 */
@NullMarked
package press.gazette.admission.deadline;

import org.jspecify.annotations.NullMarked;
