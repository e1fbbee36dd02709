package press.gazette.importer.job;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import org.jboss.logging.Logger;

import press.gazette.database.BulkTransaction;
import press.gazette.database.DatabaseFailure;
import press.gazette.exporter.restoration.Restoration;
import press.gazette.exporter.restoration.Restorer;
import press.gazette.exporter.restoration.UnreadableExport;
import press.gazette.importer.item.Note;
import press.gazette.json.Json;
import press.gazette.problem.Problem;

/** The import of an export of Gazette: all of it in one transaction, so a run that ends early begins anew. */
final class RestorationRun implements Restoration.Run {

    private static final Logger LOG = Logger.getLogger(RestorationRun.class);

    private final ImportLease lease;
    private final UUID job;
    private final boolean dryRun;
    private final Path file;
    private final Restorer restorer;
    private final BulkTransaction transaction;
    private final Clock clock;
    private final BooleanSupplier stopped;

    RestorationRun(
            ImportLease lease,
            boolean dryRun,
            Path file,
            Restorer restorer,
            BulkTransaction transaction,
            Clock clock,
            BooleanSupplier stopped) {
        this.lease = lease;
        this.job = lease.id();
        this.dryRun = dryRun;
        this.file = file;
        this.restorer = restorer;
        this.transaction = transaction;
        this.clock = clock;
        this.stopped = stopped;
    }

    /** Runs; returns false if it ends early, because the process or the import stops. */
    boolean finish() {
        try {
            Restoration.Result result = restorer.restore(file, dryRun, this);
            if (!result.complete()) {
                // The file is still needed if another run has taken the import.
                transaction.call(lease::job);
            }
            return result.complete() && (!dryRun || transaction.call(() -> end(result)));
        } catch (UnreadableExport e) {
            List<Note> notes = e.faults().stream()
                    .map(fault -> new Note("line", fault.toString()))
                    .toList();
            return transaction.call(() -> lease.job().end(JobState.FAILED, notes, e.getMessage(), clock.instant()));
        } catch (RuntimeException e) {
            if (e instanceof ImportLease.Lost || DatabaseFailure.isCauseOf(e)) {
                throw e;
            }
            // A second try of the whole file would end in the same way.
            LOG.errorf(e, "An import of an export fails; job=%s", job);
            return transaction.call(() -> lease.job().end(JobState.FAILED, List.of(), fault(e), clock.instant()));
        }
    }

    /** A problem tells the way out; any other failure is in the log. */
    private static String fault(RuntimeException failure) {
        return failure instanceof Problem && failure.getMessage() != null
                ? failure.getMessage()
                : "The import has failed, and nothing is stored; the server's log has the cause.";
    }

    @Override
    public boolean end(Connection connection, Restoration.Result result) throws SQLException {
        return end(job, lease.run(), result, clock.instant(), connection);
    }

    @Override
    public int number() {
        return lease.run();
    }

    @Override
    public boolean goesOn(int lines) {
        return !stopped.getAsBoolean()
                && transaction.call(() -> {
                    ImportJob running = lease.job();
                    running.counts().countLines(lines, 0);
                    return running.isUnfinished();
                });
    }

    /** The end of a run that stores nothing but itself. */
    private boolean end(Restoration.Result result) {
        ImportJob ended = lease.job();
        ended.counts().countLines(result.lines(), result.articles());
        return ended.end(JobState.DONE, notes(result), null, clock.instant());
    }

    private static List<Note> notes(Restoration.Result result) {
        return result.kept() == 0
                ? List.of()
                : List.of(
                        new Note(
                                "is-here",
                                "Lines that belong to imports or writes which are recorded here already: "
                                        + result.kept()
                                        + ". These records stay unchanged; an import that was undone here cannot be undone again."));
    }

    /** Ends an import in the transaction of its last row, unless it was stopped meanwhile. */
    static boolean end(UUID job, int run, Restoration.Result result, Instant now, Connection connection)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update import_job set state = 'done', item_count = ?, created = ?, ended_at = ?, leased_to = null, notes = ?
                where id = ? and state = 'running' and runs = ?""")) {
            statement.setInt(1, result.lines());
            statement.setInt(2, result.articles());
            statement.setObject(3, now.atOffset(ZoneOffset.UTC));
            statement.setString(4, Json.column(notes(result)));
            statement.setObject(5, job);
            statement.setInt(6, run);
            return statement.executeUpdate() == 1;
        }
    }
}
