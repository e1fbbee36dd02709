/**
 * The writes of the desk: how each request below {@code /v1/desk} is read, done and acknowledged. Content is parsed
 * strictly and rejected with pointers to its faults; a write to an existing resource names its version
 * ({@code If-Match}); a POST may be repeated ({@code Idempotency-Key}); {@code dryRun=true} does everything and rolls
 * it back; {@code Prefer: return=minimal} omits the content of the response. Each write is one transaction, run by
 * {@link press.gazette.desk.Desk}. Resources only say what is written.
 */
@NullMarked
package press.gazette.desk;

import org.jspecify.annotations.NullMarked;
