package press.gazette.metrics;

import java.util.Map;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;

/** The help texts of metrics that are registered without one. docs/operations.md has the same names in a table. */
@Singleton
final class MetricHelp implements MeterFilter {

    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("gazette.cache.answers", "Responses in the cache of this node."),
            Map.entry("gazette.cache.requests", "Cacheable requests, by whether the cache had the response."),
            Map.entry("gazette.connections.ended", "Connections that this node ended, by reason."),
            Map.entry("gazette.database.answers", "1 while the database responds, else 0."),
            Map.entry("gazette.database.writes", "1 while the database accepts writes, else 0."),
            Map.entry("gazette.due.age.seconds", "Time for which the oldest due row has waited."),
            Map.entry("gazette.due.rows", "Rows that were due, by outcome."),
            Map.entry(
                    "gazette.media.renditions.made", "Renditions of pictures that were made, not found in the store."),
            Map.entry("gazette.keys.rejected", "Keys and tokens that were rejected."),
            Map.entry("gazette.streams.open", "Open streams of changes."),
            Map.entry("gazette.ledger.position", "Number of the last change that this node has read."),
            Map.entry("gazette.webhook.requests", "Requests to receivers of webhooks, by outcome."),
            Map.entry("gazette.purge.behind", "Changes that have not been sent to an external cache."),
            Map.entry("gazette.purge.requests", "Invalidations sent to external caches, by outcome."),
            Map.entry("gazette.readers.inside", "Requests of readers that are being processed."),
            Map.entry("gazette.readers.inline", "Requests of readers that wait in the queue."),
            Map.entry("gazette.rounds.failed", "Rounds of background work that failed."),
            Map.entry("gazette.search.articles.skipped", "Articles that cannot be indexed."),
            Map.entry("gazette.search.behind", "Changes of the ledger that the index does not have."),
            Map.entry(
                    "gazette.search.built",
                    "Share of the articles that the index being built has; 1 once it is in use."),
            Map.entry("gazette.search.documents", "Articles in the index."),
            Map.entry("gazette.search.position", "Number of the last change in the index; -1 without an index."),
            Map.entry("gazette.search.queries", "Searches, by outcome."));

    @Override
    public Meter.Id map(Meter.Id id) {
        String text = id.getDescription() == null ? TEXTS.get(id.getName()) : null;
        return text == null
                ? id
                : new Meter.Id(id.getName(), Tags.of(id.getTags()), id.getBaseUnit(), text, id.getType());
    }
}
