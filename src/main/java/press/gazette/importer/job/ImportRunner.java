package press.gazette.importer.job;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import press.gazette.database.BulkTransaction;
import press.gazette.database.DatabaseFailure;
import press.gazette.exporter.restoration.Restorer;
import press.gazette.importer.copy.MediaStore;
import press.gazette.importer.item.UnreadableFile;
import press.gazette.time.Clockwork;
import press.gazette.time.Work;

/** Runs the imports whose files this node has, one after the other, and goes on with those that a killed node has left. */
@Singleton
public class ImportRunner {

    private static final Logger LOG = Logger.getLogger(ImportRunner.class);

    /** The rest while another node works on an import, or an import fails. */
    private static final Duration LATER = Duration.ofSeconds(5);

    /** A failure may have been a race with another writer; one that repeats itself is a defect. */
    private static final int MOST_TRIES = 3;

    /** The rest while an import is left to another node, which may be gone. */
    private static final Duration AWAY = Duration.ofMinutes(1);

    private static final String DEFECT = "The server has failed; its log has the cause. ";

    /** Before the clockwork waits for rounds that run. */
    private static final int FIRST = 1;

    private final ImportFiles files;
    private final Restorer restorer;
    private final BulkTransaction transaction;
    private final Clock clock;
    private final ImportRun.Node node;
    private final Work work;
    private final boolean isAlone;
    private volatile boolean stopped;

    /** The failures of imports in a row; used by the work's thread only. */
    private final Map<UUID, Integer> failures = new HashMap<>();

    /** True once what a killed process has left is removed; used by the work's thread only. */
    private boolean isTidy;

    ImportRunner(
            ImportFiles files,
            MediaStore media,
            Restorer restorer,
            BulkTransaction transaction,
            Clock clock,
            Clockwork clockwork,
            @ConfigProperty(name = "quarkus.datasource.db-kind") String kind) {
        this.files = files;
        this.restorer = restorer;
        this.transaction = transaction;
        this.clock = clock;
        this.node = new ImportRun.Node(files, media, transaction, clock, this::isStopped);
        this.isAlone = kind.equals("h2");
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

    /** Returns the time until the next round: for ever if no import has work left. */
    Duration round() {
        if (!isTidy) {
            if (isAlone) {
                transaction.call(ImportJob::releaseAll);
            }
            removeLeftovers();
            isTidy = true;
        }
        Duration rest = transaction.call(this::stopAbandoned);
        for (ImportJob job : transaction.call(ImportRunner::unfinished)) {
            if (!stopped) {
                Duration next = !isHere(job) ? AWAY : run(job.id()) ? rest : LATER;
                rest = next.compareTo(rest) < 0 ? next : rest;
            }
        }
        transaction.call(this::announce);
        return rest;
    }

    private void removeLeftovers() {
        Set<UUID> needed = transaction.call(
                () -> Stream.concat(ImportJob.unfinished().stream().map(ImportJob::id), ImportJob.receiving().stream())
                        .collect(Collectors.toSet()));
        files.removeLeftovers(needed, clock.instant().minus(files.patience()));
    }

    /** Stops imports whose files do not come. Returns the time until the next one may have to be stopped. */
    private Duration stopAbandoned() {
        Duration rest = Work.UNTIL_WOKEN;
        for (UUID id : ImportJob.receiving()) {
            ImportJob job = ImportJob.locked(id);
            if (job.state() != JobState.RECEIVING) {
                continue;
            }
            Duration left = Duration.between(clock.instant(), job.lastReceived().plus(files.patience()));
            if (left.isNegative() || left.isZero()) {
                job.abandon("Some of its files have not come within " + files.patience() + ".", clock.instant());
                files.remove(job);
                LOG.warnf("An import is stopped, since its files do not come; job=%s", job.id());
            } else if (left.compareTo(rest) < 0) {
                rest = left;
            }
        }
        return rest;
    }

    /** Records the ends of imports in the ledger. An import that was stopped may have had its last batch after that. */
    private int announce() {
        List<UUID> ended = ImportJob.toAnnounce();
        ended.forEach(id -> ImportJob.locked(id).announce(clock.instant()));
        return ended.size();
    }

    private static List<ImportJob> unfinished() {
        return ImportJob.unfinished();
    }

    /** Taking back needs no file. */
    private boolean isHere(ImportJob job) {
        return job.state() == JobState.UNDOING || files.has(job);
    }

    /** Runs an import; false if another process has it. */
    private boolean run(UUID id) {
        Optional<ImportLease> taken = ImportLease.take(id, transaction, clock);
        if (taken.isEmpty()) {
            return false;
        }
        try (ImportLease lease = taken.get()) {
            return run(lease, transaction.call(lease::job));
        } catch (ImportLease.Lost lost) {
            LOG.infof("A run of an import ends, since a later one has begun; job=%s", id);
            transaction.call(() -> removeUnneeded(id));
            return false;
        }
    }

    /** Another node that takes the import back has no files of it. */
    private boolean removeUnneeded(UUID id) {
        ImportJob job = ImportJob.locked(id);
        boolean unneeded = job.state() != JobState.RUNNING;
        if (unneeded) {
            files.remove(job);
        }
        return unneeded;
    }

    private boolean run(ImportLease lease, ImportJob job) {
        UUID id = job.id();
        LOG.infof(
                "Import begins or goes on; job=%s format=%s state=%s",
                id, job.options().format().word, job.state().word);
        try {
            boolean ended = finish(lease, job);
            LOG.infof("Import ends; job=%s complete=%s", id, ended);
        } catch (UnreadableFile unreadable) {
            transaction.call(
                    () -> lease.job().end(JobState.FAILED, List.of(), unreadable.getMessage(), clock.instant()));
        } catch (ImportLease.Lost lost) {
            throw lost;
        } catch (RuntimeException failure) {
            if (stopped || DatabaseFailure.isCauseOf(failure)) {
                throw failure;
            }
            LOG.errorf(failure, "An import fails; job=%s", id);
            if (failures.merge(id, 1, Integer::sum) < MOST_TRIES) {
                return false;
            }
            transaction.call(() -> lease.job().end(JobState.FAILED, List.of(), fault(job.state()), clock.instant()));
        }
        failures.remove(id);
        if (!stopped) {
            files.remove(job);
        }
        return true;
    }

    /** The words for operators behind a defect, by the state in which the import has failed. */
    static String fault(JobState state) {
        return DEFECT
                + (state == JobState.UNDOING
                        ? "What is taken back stays so, and a further reversal does the rest."
                        : "What is written stays, and the same file again does the rest.");
    }

    private boolean finish(ImportLease lease, ImportJob job) {
        if (job.state() == JobState.UNDOING) {
            return new Undoing(lease, transaction, clock, this::isStopped).finish();
        }
        if (job.options().format() == ImportFormat.NDJSON) {
            return new RestorationRun(
                            lease,
                            job.options().dryRun(),
                            files.paths(job).get(0),
                            restorer,
                            transaction,
                            clock,
                            this::isStopped)
                    .finish();
        }
        try (ImportRun run = new ImportRun(lease, job, node)) {
            return run.finish();
        }
    }

    private boolean isStopped() {
        return stopped;
    }
}
