/**
 * One clock, the database's. All code that needs the time uses the injected {@link java.time.Clock}. Only log lines,
 * the ids of new rows (UUIDv7) and the expiry of an identity provider's tokens use the node's own clock.
 */
@NullMarked
package press.gazette.time;

import org.jspecify.annotations.NullMarked;
