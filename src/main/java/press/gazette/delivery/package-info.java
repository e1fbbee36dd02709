/**
 * The responses of resources: JSON bytes, validators, lifetimes, compression, redirects, problems (RFC 9457). Resources return
 * content; this package knows HTTP.
 *
 * <p>{@link press.gazette.delivery.Delivery} takes each rendering as a supplier and is its only caller; {@code cache} stores the
 * result.
 */
@NullMarked
package press.gazette.delivery;

import org.jspecify.annotations.NullMarked;
