package press.gazette.importer;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import press.gazette.change.Ledger;
import press.gazette.security.FirstKey;
import press.gazette.tag.Tag;

/** Fills an empty database at the start, where the settings say so. */
@Singleton
final class NewsroomLoader {

    private static final Logger LOG = Logger.getLogger(NewsroomLoader.class);

    private final ImporterConfig config;
    private final DataSource database;
    private final Clock clock;
    private final FirstKey firstKey;

    NewsroomLoader(ImporterConfig config, DataSource database, Clock clock, FirstKey firstKey) {
        this.config = config;
        this.database = database;
        this.clock = clock;
        this.firstKey = firstKey;
    }

    void atStart(@Observes StartupEvent start) {
        if (config.sampleNewsroom()) {
            if (QuarkusTransaction.requiringNew().call(this::loadSample)) {
                firstKey.offer();
            }
        }
        if (config.generatedArticles() > 0 && QuarkusTransaction.requiringNew().call(() -> Tag.count()) == 0) {
            new GeneratedArticles(database).write(config.generatedArticles(), clock.instant());
        }
    }

    /** Two nodes may start on one empty database: the ledger's lock lets one of them load, and the other finds it loaded. */
    private boolean loadSample() {
        Ledger.lock();
        if (Tag.count() > 0) {
            return false;
        }
        int articles = SampleNewsroom.load(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        LOG.infof("Loaded the sample newsroom; articles=%d", articles);
        return true;
    }
}
