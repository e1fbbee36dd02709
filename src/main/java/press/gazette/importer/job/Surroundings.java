package press.gazette.importer.job;

import java.time.Clock;
import java.util.function.BooleanSupplier;

import press.gazette.database.BulkTransaction;
import press.gazette.importer.copy.MediaStore;

/**
 * The parts of this node that a run of an import uses.
 *
 * @param stopped true once the process stops
 */
record Surroundings(
        ImportFiles files, MediaStore media, BulkTransaction transaction, Clock clock, BooleanSupplier stopped) {}
