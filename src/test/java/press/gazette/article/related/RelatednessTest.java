package press.gazette.article.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import press.gazette.article.listing.SelectedArticles.Found;

class RelatednessTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private static final int COMMON = 0;
    private static final int RARE = 1;

    @Test
    void rareTagCountsMoreThanACommonOne() {
        List<Found> sample = common();
        UUID shared = article(1);
        sample.add(new Found(RARE, shared, NOW.minus(Duration.ofDays(5))));
        assertThat(Relatedness.closest(sample)).startsWith(shared);
    }

    @Test
    void twoSharedTagsCountMoreThanOne() {
        List<Found> sample = common();
        UUID both = sample.get(7).article();
        sample.add(new Found(RARE, both, sample.get(7).date()));
        sample.add(new Found(RARE, article(2), sample.get(7).date()));
        assertThat(Relatedness.closest(sample)).startsWith(both, article(2));
    }

    @Test
    void newerArticleIsCloserThanAnOlderOneWithTheSameTags() {
        List<Found> sample = List.of(
                new Found(RARE, article(1), NOW.minus(Duration.ofDays(400))),
                new Found(RARE, article(2), NOW.minus(Duration.ofDays(2))));
        assertThat(Relatedness.closest(sample)).containsExactly(article(2), article(1));
    }

    @Test
    void orderOfTheSampleDoesNotMatter() {
        List<Found> sample = common();
        sample.add(new Found(RARE, sample.get(3).article(), sample.get(3).date()));
        List<UUID> order = Relatedness.closest(sample);
        assertThat(order).doesNotHaveDuplicates().hasSize(Relatedness.SAMPLE);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(sample, new Random(seed));
            assertThat(Relatedness.closest(sample)).isEqualTo(order);
        }
    }

    @Test
    void emptySampleGivesNoArticles() {
        assertThat(Relatedness.closest(List.of())).isEmpty();
    }

    /** A tag of ten articles a day. */
    private static List<Found> common() {
        List<Found> sample = new ArrayList<>();
        for (int i = 0; i < Relatedness.SAMPLE; i++) {
            sample.add(new Found(COMMON, article(100 + i), NOW.minus(Duration.ofMinutes(144L * i))));
        }
        return sample;
    }

    private static UUID article(long number) {
        return new UUID(0, number);
    }
}
