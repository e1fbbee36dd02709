package press.gazette.importer;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import press.gazette.database.BulkTransaction;
import press.gazette.database.EmbeddedSpace;
import press.gazette.importer.sample.SampleStore;
import press.gazette.security.key.FirstKey;

/**
 * Loads the configured content into an empty database at the start, and continues a load that an earlier start did not
 * finish. SIGTERM ends it after the running step.
 */
@Singleton
final class NewsroomLoader {

    /** After the clock, and before all code that polls the database. */
    private static final int EARLY = 2;

    private static final String SAMPLE = "sample-newsroom";
    private static final Logger LOG = Logger.getLogger(NewsroomLoader.class);

    private final ImporterConfig config;
    private final DataSource database;
    private final BulkTransaction transaction;
    private final EmbeddedSpace space;
    private final Clock clock;
    private final FirstKey firstKey;
    private final SampleStore store;

    NewsroomLoader(
            ImporterConfig config,
            DataSource database,
            BulkTransaction transaction,
            EmbeddedSpace space,
            Clock clock,
            FirstKey firstKey,
            SampleStore store) {
        this.config = config;
        this.database = database;
        this.transaction = transaction;
        this.space = space;
        this.clock = clock;
        this.firstKey = firstKey;
        this.store = store;
    }

    void atStart(@Observes @Priority(EARLY) StartupEvent start) {
        try (StopSignal stop = new StopSignal()) {
            if (config.sampleNewsroom() && !stop.isGiven()) {
                loadSample(stop);
            }
            if (config.generatedArticles() > 0 && !stop.isGiven()) {
                new GeneratedArticles(database, transaction, space)
                        .write(config.generatedArticles(), clock.instant(), stop);
            }
        }
    }

    private void loadSample(StopSignal stop) {
        // Before the files are read, so that a start on a full database does not wait for that.
        if (!transaction.call(() -> ContentLoad.isPending(SAMPLE))) {
            return;
        }
        SampleNewsroom fresh = new SampleNewsroom(clock.instant().truncatedTo(ChronoUnit.SECONDS), store);
        Optional<ContentLoad> begun =
                transaction.call(() -> ContentLoad.begin(SAMPLE, fresh.steps().size(), fresh.load()));
        if (begun.isPresent() && finish(begun.get(), stop)) {
            LOG.infof("Loaded the sample newsroom; articles=%d", fresh.articles());
            firstKey.offer();
        }
    }

    /** Does the remaining steps. Returns true if this node, and not another node, did the last of them. */
    private boolean finish(ContentLoad load, StopSignal stop) {
        List<Runnable> steps = new SampleNewsroom(load.begunAt(), store).steps();
        LOG.infof("Loading the sample newsroom; done=%d of=%d", load.done(), load.steps());
        Progress progress = new Progress("the sample newsroom", load.steps());
        int left = load.steps();
        while (left > 1 && !stop.isGiven()) {
            left = transaction.call(() -> step(steps));
            LOG.debugf("A step of the load is done; left=%d", left - 1);
            progress.at(load.steps() - left + 1);
        }
        return left == 1;
    }

    /** Does the next step, if there is one, and returns the number of steps before it. */
    private static int step(List<Runnable> steps) {
        ContentLoad load = ContentLoad.locked(SAMPLE);
        int left = load.steps() - load.done();
        if (left > 0) {
            steps.get(load.done()).run();
            load.advance(1);
        }
        return left;
    }
}
