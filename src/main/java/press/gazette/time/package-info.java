/**
 * One clock, the database's. Everything that asks for the time asks the injected {@link java.time.Clock}; log lines, the ids
 * of new rows (UUIDv7) and the end of an identity provider's tokens alone go by the node's own.
 */
@NullMarked
package press.gazette.time;

import org.jspecify.annotations.NullMarked;
