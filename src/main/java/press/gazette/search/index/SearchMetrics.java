package press.gazette.search.index;

import java.util.Locale;
import java.util.function.LongSupplier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import press.gazette.cache.CacheFollower;

/** The numbers by which an operator watches the index. */
@Singleton
final class SearchMetrics {

    enum Outcome {
        FOUND,
        EMPTY,
        NOT_READY,
        TOO_SLOW,
        FAILED;

        private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private final MeterRegistry registry;
    private final LongSupplier ledger;
    private final Counter bad;

    private volatile @Nullable LuceneIndex index;
    private volatile double built;

    @Inject
    SearchMetrics(MeterRegistry registry, CacheFollower ledger) {
        this(registry, ledger::seq);
    }

    /** @param ledger the number of the last change that the node knows of */
    SearchMetrics(MeterRegistry registry, LongSupplier ledger) {
        this.registry = registry;
        this.ledger = ledger;
        // Registered at the start, so that the first failure shows as an increase.
        for (Outcome outcome : Outcome.values()) {
            queries(outcome);
        }
        bad = registry.counter("gazette.search.articles.skipped");
        registry.gauge("gazette.search.position", this, SearchMetrics::position);
        registry.gauge(
                "gazette.search.behind", this, metrics -> Math.max(0, metrics.ledger.getAsLong() - metrics.position()));
        registry.gauge("gazette.search.documents", this, SearchMetrics::documents);
        registry.gauge("gazette.search.built", this, metrics -> metrics.built);
    }

    void show(LuceneIndex shown) {
        index = shown;
    }

    private double position() {
        LuceneIndex shown = index;
        return shown == null ? -1 : shown.seq();
    }

    private double documents() {
        LuceneIndex shown = index;
        return shown == null ? 0 : shown.documents();
    }

    void count(Outcome outcome) {
        queries(outcome).increment();
    }

    private Counter queries(Outcome outcome) {
        return registry.counter("gazette.search.queries", "outcome", outcome.word);
    }

    /** Counts articles that cannot be indexed. */
    void skipped(int articles) {
        bad.increment(articles);
    }

    /** @param share of the articles that the index being built has; 1 once it is in use */
    void built(double share) {
        built = share;
    }
}
