package press.gazette.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import press.gazette.article.ArticleType;
import press.gazette.article.reading.CardRow;

class ResolutionTest {

    @Test
    void entriesComeFirstAndFillFollows() {
        assertThat(slugs(Resolution.of(placed("b", "a"), rows("c", "d"), 3))).containsExactly("b", "a", "c");
    }

    @Test
    void nothingStandsTwice() {
        assertThat(slugs(Resolution.of(placed("a", "b", "a"), rows("b", "c", "a", "d"), 9)))
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    void neverMoreThanTheListHolds() {
        assertThat(slugs(Resolution.of(placed("a", "b", "c"), rows("d"), 2))).containsExactly("a", "b");
    }

    @Test
    void aListOfNothingIsEmpty() {
        assertThat(Resolution.of(List.of(), List.of(), 5)).isEmpty();
    }

    private static List<String> slugs(List<Slot> slots) {
        return slots.stream().map(slot -> slot.article().slug()).toList();
    }

    private static List<Placed> placed(String... slugs) {
        return rows(slugs).stream()
                .map(row -> new Placed(UUID.randomUUID(), Overrides.NONE, row))
                .toList();
    }

    private static List<CardRow> rows(String... slugs) {
        return Arrays.stream(slugs).map(ResolutionTest::row).toList();
    }

    private static CardRow row(String slug) {
        UUID id = UUID.nameUUIDFromBytes(slug.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Instant at = Instant.EPOCH;
        return new CardRow(id, slug, ArticleType.NEWS, "en", slug, null, null, null, null, at, at, at, at, 1);
    }
}
