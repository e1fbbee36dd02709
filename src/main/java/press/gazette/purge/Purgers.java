package press.gazette.purge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import press.gazette.cache.CacheFollower;
import press.gazette.cache.LedgerReplaced;
import press.gazette.sending.BoundedClient;
import press.gazette.time.Clockwork;
import press.gazette.time.Work;

/** Starts a {@link Purger} for each external cache. */
@Singleton
final class Purgers {

    private final PurgeConfig config;
    private final CacheFollower follower;
    private final MeterRegistry metrics;
    private final List<Purger> begun = new ArrayList<>();

    Purgers(PurgeConfig config, CacheFollower follower, MeterRegistry metrics) {
        this.config = config;
        this.follower = follower;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event, Clockwork clockwork) {
        BoundedClient client = new BoundedClient(config.purgeDeadline());
        for (ExternalCache cache : caches()) {
            Purger purger = new Purger(cache, follower, client, metrics);
            purger.begin();
            begun.add(purger);
            Work purging = clockwork.start("invalidations for " + cache.name(), purger::round);
            follower.atEveryStep(() -> purging.wakeIn(Purger.COLLECTING));
            purging.wake();
        }
    }

    void beginAgain(@Observes LedgerReplaced event) {
        begun.forEach(Purger::begin);
    }

    private List<ExternalCache> caches() {
        List<ExternalCache> caches = new ArrayList<>();
        config.purgeVarnish().orElse(List.of()).forEach(address -> caches.add(ExternalCache.varnish(address)));
        Map<String, String> credentials = config.purgeCdnSecret()
                .map(secret -> Map.of(config.purgeCdnHeader(), secret))
                .orElse(Map.of());
        config.purgeCdn().ifPresent(address -> caches.add(ExternalCache.cdn(address, credentials)));
        return caches;
    }
}
