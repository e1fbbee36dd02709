package press.gazette.purge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import press.gazette.delivery.cache.CacheFollower;
import press.gazette.sending.BoundedClient;
import press.gazette.time.Clockwork;
import press.gazette.time.Work;

/** Gives each cache outside somebody who tells it what to forget. */
@Singleton
final class Purging {

    private final PurgeConfig config;
    private final CacheFollower follower;
    private final MeterRegistry metrics;

    Purging(PurgeConfig config, CacheFollower follower, MeterRegistry metrics) {
        this.config = config;
        this.follower = follower;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event, Clockwork clockwork) {
        BoundedClient client = new BoundedClient(config.purgeDeadline());
        for (Receiver receiver : receivers()) {
            Purger purger = new Purger(receiver, follower, client, metrics);
            purger.begin();
            Work purging = clockwork.start("invalidations for " + receiver.name(), purger::round);
            follower.atEveryStep(() -> purging.wakeIn(Purger.GATHERING));
            purging.wake();
        }
    }

    private List<Receiver> receivers() {
        List<Receiver> receivers = new ArrayList<>();
        config.purgeVarnish().orElse(List.of()).forEach(address -> receivers.add(Receiver.varnish(address)));
        Map<String, String> known = config.purgeCdnSecret()
                .map(secret -> Map.of(config.purgeCdnHeader(), secret))
                .orElse(Map.of());
        config.purgeCdn().ifPresent(address -> receivers.add(Receiver.cdn(address, known)));
        return receivers;
    }
}
