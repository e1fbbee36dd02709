/**
 * How a write comes in and is acknowledged, written once for everything below {@code /v1/desk}: content is read strictly
 * and refused with pointers to its faults; a write to an existing thing says which version it means ({@code If-Match});
 * a POST may be repeated ({@code Idempotency-Key}); {@code dryRun=true} does everything and keeps nothing; {@code Prefer:
 * return=minimal} answers without content. Each write is one transaction, and {@link press.gazette.desk.Desk} is where it
 * begins and ends. Resources say what is written.
 */
@NullMarked
package press.gazette.desk;

import org.jspecify.annotations.NullMarked;
