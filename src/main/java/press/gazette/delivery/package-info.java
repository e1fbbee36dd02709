/**
 * How an answer leaves, written once: JSON bytes, validators, cache lifetimes, compression, redirects, problems
 * (RFC 9457) and the headers that every answer carries. Resources say what they answer; this package knows HTTP.
 *
 * <p>The rendered cache will live here too. Its place is {@link press.gazette.delivery.Delivery}, which is handed each
 * rendering as a supplier and is the only caller of it.
 */
@NullMarked
package press.gazette.delivery;

import org.jspecify.annotations.NullMarked;
