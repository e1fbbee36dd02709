package press.gazette.change;

import java.time.Instant;

/**
 * A position in the ledger.
 *
 * @param seq the number of the last change before it; 0 at the beginning
 * @param at when that change was recorded
 */
public record LedgerPosition(long seq, Instant at) {}
