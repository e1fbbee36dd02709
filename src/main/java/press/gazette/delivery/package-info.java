/**
 * How an answer leaves, written once: JSON bytes, validators, cache lifetimes, compression, redirects, problems
 * (RFC 9457) and the headers that every answer carries. Resources say what they answer; this package knows HTTP.
 *
 * <p>{@link press.gazette.delivery.Delivery} is handed each rendering as a supplier and is the only caller of it;
 * {@code cache} keeps what came of it.
 */
@NullMarked
package press.gazette.delivery;

import org.jspecify.annotations.NullMarked;
