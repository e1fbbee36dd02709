/**
 * Idempotent POST requests ({@code Idempotency-Key}): the key, its record, and the response that is stored for
 * repetitions.
 */
@NullMarked
package press.gazette.desk.idempotency;

import org.jspecify.annotations.NullMarked;
