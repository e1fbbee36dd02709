/**
 * The connections of clients from the moment they are accepted: bounds on their number and on the time of heads and contents, and
 * the fast path of cached responses. No other room knows Netty or the internals of Vert.x.
 */
@NullMarked
package press.gazette.connection;

import org.jspecify.annotations.NullMarked;
