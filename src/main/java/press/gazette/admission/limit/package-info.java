/**
 * Quotas of clients and a bound on readers at work, so that no robot takes the newsroom away from its readers, and no rush of
 * readers takes it away from the desk.
 */
@NullMarked
package press.gazette.admission.limit;

import org.jspecify.annotations.NullMarked;
