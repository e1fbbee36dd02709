/**
 * The connections of clients, from the moment they are accepted: how many there may be, and how long one may keep the server
 * waiting for the head or the content of a request. Nothing else in the house sees a connection before its first request.
 */
@NullMarked
package press.gazette.delivery.connection;

import org.jspecify.annotations.NullMarked;
