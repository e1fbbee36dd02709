package press.gazette.article.related;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import press.gazette.article.listing.SelectedArticles.Found;

/**
 * The closeness of articles to one with which they share tags: a pure function of the newest articles of each of its tags.
 *
 * <p>A rare tag counts more than a common one, measured by the mean time between its articles: articles that share the name of a
 * village are closer than articles that share "politics". The sum over all shared tags decreases with the article's age. The
 * sample is the only input, so hidden articles have no effect and the same content gives the same order on every node.
 */
final class Relatedness {

    /** The number of newest articles for each tag: enough to find twenty that share two tags. */
    static final int SAMPLE = 50;

    /** The period assumed for a tag with fewer articles than the sample. */
    private static final double HORIZON_DAYS = 365;

    /** The age at which an article counts half. */
    private static final double HALF_LIFE_DAYS = 30;

    private static final double SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();

    private Relatedness() {}

    /**
     * The articles of the sample, each once, closest first; ties go to the newer one, then to the greater id.
     *
     * @param sample the newest articles of each tag, one selection for each tag
     */
    static List<UUID> closest(List<Found> sample) {
        Instant newest =
                sample.stream().map(Found::date).max(Instant::compareTo).orElse(Instant.EPOCH);
        Map<Integer, Double> rarities = sample.stream()
                .collect(Collectors.groupingBy(
                        Found::selection,
                        Collectors.collectingAndThen(Collectors.toList(), ofTag -> rarity(ofTag, newest))));
        Map<UUID, Double> scores = new HashMap<>();
        for (Found candidate : sample) {
            double share = rarities.getOrDefault(candidate.selection(), 0.0) * freshness(candidate, newest);
            scores.merge(candidate.article(), share, Double::sum);
        }
        Map<UUID, Found> articles =
                sample.stream().collect(Collectors.toMap(Found::article, Function.identity(), (same, again) -> same));
        return articles.values().stream()
                .sorted(Comparator.<Found>comparingDouble(each -> scores.getOrDefault(each.article(), 0.0))
                        .thenComparing(Found::date)
                        .thenComparing(each -> each.article().toString())
                        .reversed())
                .map(Found::article)
                .toList();
    }

    /** Grows with the mean number of days between two articles of the tag. */
    private static double rarity(Collection<Found> ofTag, Instant newest) {
        Instant oldest = ofTag.stream().map(Found::date).min(Instant::compareTo).orElse(newest);
        double days = ofTag.size() < SAMPLE ? HORIZON_DAYS : days(oldest, newest);
        return Math.log1p(days / ofTag.size());
    }

    private static double freshness(Found candidate, Instant newest) {
        return 1 / (1 + days(candidate.date(), newest) / HALF_LIFE_DAYS);
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / SECONDS_PER_DAY;
    }
}
