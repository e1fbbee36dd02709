package press.gazette.metrics;

import java.util.Map;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;

/** The help text of each metric that was registered without one. docs/operations.md has the same names in a table. */
@Singleton
final class MetricHelp implements MeterFilter {

    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("gazette.cache.answers", "Responses in the cache of this node."),
            Map.entry("gazette.cache.requests", "Cacheable requests, by whether the cache had the response."),
            Map.entry("gazette.connections.ended", "Connections that this node ended, by reason."),
            Map.entry("gazette.database.answers", "1 while the database answers, else 0."),
            Map.entry("gazette.database.writes", "1 while the database takes writes, else 0."),
            Map.entry("gazette.due.age.seconds", "How long the row that has been due the longest has waited."),
            Map.entry("gazette.due.rows", "Rows that were due, by outcome."),
            Map.entry("gazette.keys.rejected", "Keys and tokens that were rejected."),
            Map.entry("gazette.ledger.position", "The number of the last change that this node knows of."),
            Map.entry("gazette.purge.behind", "Changes that a cache in front has not been told of."),
            Map.entry("gazette.purge.requests", "Messages to caches in front, by outcome."),
            Map.entry("gazette.readers.inside", "Responses to readers that are being made."),
            Map.entry("gazette.readers.inline", "Readers that wait for their turn."),
            Map.entry("gazette.rounds.failed", "Rounds of background work that failed."));

    @Override
    public Meter.Id map(Meter.Id id) {
        String text = id.getDescription() == null ? TEXTS.get(id.getName()) : null;
        return text == null
                ? id
                : new Meter.Id(id.getName(), Tags.of(id.getTags()), id.getBaseUnit(), text, id.getType());
    }
}
