package press.gazette.cache;

import press.gazette.change.LedgerPosition;

/**
 * Event: an older copy of the database has replaced it while this node was running, and this node has cleared its cache.
 *
 * @param head the end of the ledger of that copy
 */
public record LedgerReplaced(LedgerPosition head) {}
