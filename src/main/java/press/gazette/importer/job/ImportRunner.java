package press.gazette.importer.job;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import press.gazette.database.BulkTransaction;
import press.gazette.importer.item.UnreadableFile;
import press.gazette.time.Clockwork;
import press.gazette.time.Work;

/** Runs the imports whose files this node has, one after the other, and goes on with those that a killed node has left. */
@Singleton
public class ImportRunner {

    private static final Logger LOG = Logger.getLogger(ImportRunner.class);

    /** The rest while another node works on an import, or an import fails. */
    private static final Duration LATER = Duration.ofSeconds(5);

    /** Before the clockwork waits for rounds that run. */
    private static final int FIRST = 1;

    private final ImportFiles files;
    private final BulkTransaction transaction;
    private final Clock clock;
    private final Work work;
    private volatile boolean stopped;

    ImportRunner(ImportFiles files, BulkTransaction transaction, Clock clock, Clockwork clockwork) {
        this.files = files;
        this.transaction = transaction;
        this.clock = clock;
        this.work = clockwork.start("import", this::round);
    }

    void start(@Observes StartupEvent event) {
        work.wake();
    }

    void stop(@Observes @Priority(FIRST) ShutdownEvent event) {
        stopped = true;
    }

    /** Begins work on an import that is stored. */
    public void wake() {
        work.wake();
    }

    private Duration round() {
        boolean waits = false;
        for (ImportJob job : transaction.call(ImportRunner::unfinished)) {
            if (!stopped && isHere(job)) {
                waits |= !run(job);
            }
        }
        return waits ? LATER : Work.UNTIL_WOKEN;
    }

    private static List<ImportJob> unfinished() {
        return ImportJob.unfinished();
    }

    /** Taking back needs no file. */
    private boolean isHere(ImportJob job) {
        return job.state() == JobState.UNDOING || files.has(job.id());
    }

    /** Runs an import; false if another node has it. */
    private boolean run(ImportJob job) {
        UUID id = job.id();
        if (!transaction.call(() -> ImportJob.locked(id).take(clock.instant()))) {
            return false;
        }
        LOG.infof("Import begins or goes on; job=%s format=%s state=%s", id, job.format().word, job.state().word);
        try {
            boolean ended = job.state() == JobState.UNDOING
                    ? new Undoing(job, transaction, clock, this::isStopped).finish()
                    : new ImportRun(job, files, transaction, clock, this::isStopped).finish();
            LOG.infof("Import ends; job=%s complete=%s", id, ended);
        } catch (UnreadableFile unreadable) {
            transaction.call(() ->
                    ImportJob.locked(id).end(JobState.FAILED, List.of(), unreadable.getMessage(), clock.instant()));
        }
        if (!stopped) {
            files.remove(id);
        }
        return true;
    }

    private boolean isStopped() {
        return stopped;
    }
}
