package press.gazette.change;

import java.time.Instant;
import java.util.List;

/**
 * A part of the ledger.
 *
 * @param databaseTime when it was read, by the database's clock
 * @param touches its changes, in order
 */
public record LedgerReading(Instant databaseTime, List<Touch> touches) {}
