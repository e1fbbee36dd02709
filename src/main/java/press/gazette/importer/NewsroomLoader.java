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
import press.gazette.security.FirstKey;

/**
 * Fills an empty database at the start, where the settings say so. A load that a former start did not end goes on; SIGTERM
 * ends it behind the step that is under way.
 */
@Singleton
final class NewsroomLoader {

    /** Behind the clock, before all that looks at the database again and again. */
    private static final int EARLY = 2;

    private static final String SAMPLE = "sample-newsroom";
    private static final Logger LOG = Logger.getLogger(NewsroomLoader.class);

    private final ImporterConfig config;
    private final DataSource database;
    private final BulkTransaction transaction;
    private final EmbeddedSpace space;
    private final Clock clock;
    private final FirstKey firstKey;

    NewsroomLoader(
            ImporterConfig config,
            DataSource database,
            BulkTransaction transaction,
            EmbeddedSpace space,
            Clock clock,
            FirstKey firstKey) {
        this.config = config;
        this.database = database;
        this.transaction = transaction;
        this.space = space;
        this.clock = clock;
        this.firstKey = firstKey;
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
        // Before the files are read, which a start on a full database shall not wait for.
        if (!transaction.call(() -> ContentLoad.isToDo(SAMPLE))) {
            return;
        }
        SampleNewsroom fresh = new SampleNewsroom(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        Optional<ContentLoad> begun =
                transaction.call(() -> ContentLoad.begin(SAMPLE, fresh.steps().size(), fresh.load()));
        if (begun.isPresent() && isEndedHere(begun.get(), stop)) {
            LOG.infof("Loaded the sample newsroom; articles=%d", fresh.articles());
            firstKey.offer();
        }
    }

    /** Does what is left of the load, and returns whether the last step was done here and not by another node. */
    private boolean isEndedHere(ContentLoad load, StopSignal stop) {
        List<Runnable> steps = new SampleNewsroom(load.begunAt()).steps();
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

    /** Does the next step, if there is one, and returns how many there were before it. */
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
