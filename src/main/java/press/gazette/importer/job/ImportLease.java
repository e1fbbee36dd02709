package press.gazette.importer.job;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

import press.gazette.database.BulkTransaction;

/**
 * The right of one process to run an import. It is renewed in the background until it is closed, so a download or a large file may
 * take any time. A process that was paused for longer has lost it, and stores no further items.
 */
final class ImportLease implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ImportLease.class);

    /** A process that dies leaves its import to others after this time. */
    static final Duration LENGTH = Duration.ofSeconds(15);

    private static final Duration RENEWAL = LENGTH.dividedBy(3);

    /** Another process runs the import, or it is taken back. */
    static final class Lost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Lost(UUID id) {
            super("Another run has taken the import " + id);
        }
    }

    private final UUID id;
    private final int run;
    private final BulkTransaction transaction;
    private final Clock clock;
    private final ScheduledExecutorService renewals = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "lease of an import");
        thread.setDaemon(true);
        return thread;
    });

    private final ScheduledFuture<?> renewal;

    private ImportLease(UUID id, int run, BulkTransaction transaction, Clock clock) {
        this.id = id;
        this.run = run;
        this.transaction = transaction;
        this.clock = clock;
        renewal = renewals.scheduleWithFixedDelay(
                this::renew, RENEWAL.toMillis(), RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Takes an import; empty if another process has it, or it has ended. */
    static Optional<ImportLease> take(UUID id, BulkTransaction transaction, Clock clock) {
        return transaction
                .call(() -> ImportJob.locked(id).take(clock.instant()))
                .map(run -> new ImportLease(id, run, transaction, clock));
    }

    /**
     * The import, locked until the end of the running transaction.
     *
     * @throws Lost if another run has taken it: the transaction must store nothing
     */
    ImportJob job() {
        ImportJob job = ImportJob.locked(id);
        if (!job.isIn(run)) {
            throw new Lost(id);
        }
        return job;
    }

    UUID id() {
        return id;
    }

    int run() {
        return run;
    }

    private void renew() {
        try {
            transaction.call(() -> {
                ImportJob job = job();
                job.renew(clock.instant());
                return job;
            });
        } catch (Lost lost) {
            close();
        } catch (RuntimeException failure) {
            LOG.debugf(failure, "The lease of an import is not renewed; job=%s", id);
        }
    }

    @Override
    public void close() {
        renewal.cancel(false);
        renewals.shutdown();
    }
}
