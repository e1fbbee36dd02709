/**
 * How much one client may ask, and how many may ask at once: so that nobody's robot takes the newsroom away from its readers,
 * and no rush of readers takes it away from the desk.
 */
@NullMarked
package press.gazette.delivery.limit;

import org.jspecify.annotations.NullMarked;
