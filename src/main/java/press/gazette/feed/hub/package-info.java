/**
 * WebSub: notifies a hub of changed feeds, which it passes on to subscribers. Notifications follow the ledger, after
 * the commit; one node sends each, with retries until the hub has accepted.
 */
@NullMarked
package press.gazette.feed.hub;

import org.jspecify.annotations.NullMarked;
