package press.gazette.search.engine;

import java.util.Locale;
import java.util.function.LongSupplier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import press.gazette.cache.CacheFollower;

/** The numbers by which an operator watches the index. */
@Singleton
public final class SearchMetrics {

    public enum Outcome {
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

    private volatile LongSupplier position = () -> -1;
    private volatile LongSupplier documents = () -> 0;
    private volatile double built;

    @Inject
    SearchMetrics(MeterRegistry registry, CacheFollower ledger) {
        this(registry, ledger::seq);
    }

    /** @param ledger the number of the last change that the node knows of */
    public SearchMetrics(MeterRegistry registry, LongSupplier ledger) {
        this.registry = registry;
        this.ledger = ledger;
        // Registered at the start, so that the first failure shows as an increase.
        for (Outcome outcome : Outcome.values()) {
            queries(outcome);
        }
        bad = registry.counter("gazette.search.articles.skipped");
        registry.gauge("gazette.search.position", this, metrics -> metrics.position.getAsLong());
        registry.gauge("gazette.search.behind", this, SearchMetrics::behind);
        registry.gauge("gazette.search.documents", this, metrics -> metrics.documents.getAsLong());
        registry.gauge("gazette.search.built", this, metrics -> metrics.built);
    }

    /**
     * Shows an index.
     *
     * @param seq the number of the last change in it; -1 while there is none
     * @param articles in it
     */
    public void show(LongSupplier seq, LongSupplier articles) {
        position = seq;
        documents = articles;
    }

    /** The number of changes that the node knows of and the index does not. */
    public long behind() {
        return Math.max(0, ledger.getAsLong() - position.getAsLong());
    }

    public void count(Outcome outcome) {
        queries(outcome).increment();
    }

    private Counter queries(Outcome outcome) {
        return registry.counter("gazette.search.queries", "outcome", outcome.word);
    }

    /** Counts articles that cannot be indexed. */
    public void skipped(int articles) {
        bad.increment(articles);
    }

    /**
     * Shows the progress of a build.
     *
     * @param share of the articles that the index being built has; 1 once it is in use
     */
    public void built(double share) {
        built = share;
    }
}
