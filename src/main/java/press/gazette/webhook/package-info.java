/**
 * Webhooks: subscribers that get each change as a signed request (Standard Webhooks 1.0.0). They follow the ledger
 * after the commit; at least one request for each change, repeated until the receiver has accepted it.
 */
@NullMarked
package press.gazette.webhook;

import org.jspecify.annotations.NullMarked;
