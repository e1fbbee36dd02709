package press.gazette.change;

import java.time.Instant;
import java.util.List;

/**
 * Changes read from the ledger.
 *
 * @param databaseTime when they were read, by the database's clock
 * @param invalidations in order
 */
public record LedgerBatch(Instant databaseTime, List<Invalidation> invalidations) {}
