package press.gazette.curation.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import press.gazette.problem.Problem;

/** The rules that hold the settings and the entries of a list together. */
class ListContentTest {

    private static final UUID ONE = new UUID(1, 1);
    private static final UUID TWO = new UUID(1, 2);
    private static final UUID TAG = new UUID(2, 1);
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:30Z");

    @Test
    void pinIsTakenOnceAtATime() {
        ListContent content = list(hybrid(5)).with(entry(1, pinned(ONE, null, NOON)), Optional.empty());
        assertThat(pointers(() -> content.with(entry(2, pinned(TWO, null, null)), Optional.empty())))
                .containsExactly("/pin");
        assertThat(content.with(entry(2, pinned(TWO, NOON, null)), Optional.empty())
                        .entries())
                .hasSize(2);
    }

    @Test
    void targetIsPlacedOnceUnlessItIsTheLatestOfATag() {
        ListContent content = list(hybrid(5), entry(1, Placement.of(ONE, null)), entry(2, latest()));
        assertThat(pointers(() -> content.with(entry(3, Placement.of(ONE, null)), Optional.empty())))
                .containsExactly("/target");
        assertThat(content.with(entry(3, latest()), Optional.empty()).entries()).hasSize(3);
    }

    @Test
    void linksWithOneUrlAreTheSameTarget() {
        Target link = new Target.Link(new ExternalLink("https://tides.example", "Tides", null, null, null));
        Target other = new Target.Link(new ExternalLink("https://tides.example", "Other words", null, null, null));
        assertThat(link.isSameAs(other)).isTrue();
        assertThat(link.isSameAs(new Target.ToArticle(ONE))).isFalse();
    }

    @Test
    void settingsThatTheEntriesDoNotFitAreRejected() {
        ListContent content = list(
                hybrid(5),
                entry(1, pinned(ONE, null, null)),
                entry(2, new Placement(new Target.ToArticle(TWO), null, "lead", null, null, null, List.of())));
        Settings narrow =
                new Settings("A list", ListKind.QUERY, 0, 2, Dedupe.PAGE, List.of(), List.of(), List.of(TAG, ONE));
        assertThat(pointers(() -> content.with(narrow)))
                .containsExactly("/kind", "/maxItems", "/groups", "/exclusions/1");
    }

    @Test
    void excludedArticleCannotBePlaced() {
        Settings settings =
                new Settings("A list", ListKind.HYBRID, 0, 5, Dedupe.PAGE, List.of(), List.of(), List.of(ONE));
        assertThat(pointers(() -> list(settings).with(entry(1, Placement.of(ONE, null)), Optional.empty())))
                .containsExactly("/target/article");
    }

    @Test
    void replacedEntriesKeepTheIdsOfTheirTargets() {
        ListContent content = list(hybrid(5), entry(1, Placement.of(ONE, null)), entry(2, latest()));
        ListContent replaced = content.replaced(List.of(latest(), Placement.of(TWO, null), Placement.of(ONE, null)));
        assertThat(replaced.entries().get(0).id()).isEqualTo(id(2));
        assertThat(replaced.entries().get(1).id()).isNotIn(id(1), id(2));
        assertThat(replaced.entries().get(2).id()).isEqualTo(id(1));
    }

    @Test
    void orderNamesEachEntryOnce() {
        ListContent content = list(hybrid(5), entry(1, Placement.of(ONE, null)), entry(2, Placement.of(TWO, null)));
        assertThat(content.ordered(List.of(id(2), id(1))).entries())
                .extracting(ListEntry::id)
                .containsExactly(id(2), id(1));
        assertThat(pointers(() -> content.ordered(List.of(id(1), id(1), id(3)))))
                .containsExactly("/entries/1", "/entries/2", "/entries");
    }

    @Test
    void nextChangeIsTheNextWindowOrTheNextMinuteOfAnAge() {
        Instant evening = NOON.plusSeconds(6 * 3_600);
        ListContent windows = list(hybrid(5), entry(1, pinned(ONE, NOON, evening)));
        assertThat(windows.nextChange(NOON.minusSeconds(1))).contains(NOON);
        assertThat(windows.nextChange(NOON)).contains(evening);
        assertThat(windows.nextChange(evening)).isEmpty();
        Source young = new Source.Query(new SourceQuery(null, null, null, null, "PT48H", null), null);
        ListContent ages =
                list(new Settings("A list", ListKind.QUERY, 0, 5, Dedupe.PAGE, List.of(), List.of(young), List.of()));
        assertThat(ages.nextChange(NOON)).contains(Instant.parse("2026-06-01T12:01:00Z"));
    }

    private static Settings hybrid(int maxItems) {
        return new Settings(
                "A list",
                ListKind.HYBRID,
                0,
                maxItems,
                Dedupe.PAGE,
                List.of(new Group("lead", null, null)),
                List.of(),
                List.of());
    }

    private static ListContent list(Settings settings, ListEntry... entries) {
        return new ListContent(settings, List.of(entries));
    }

    private static UUID id(int number) {
        return new UUID(3, number);
    }

    private static ListEntry entry(int number, Placement placed) {
        return new ListEntry(id(number), placed);
    }

    private static Placement pinned(UUID article, Instant startsAt, Instant endsAt) {
        return new Placement(new Target.ToArticle(article), 3, null, startsAt, endsAt, null, List.of());
    }

    private static Placement latest() {
        return new Placement(new Target.LatestOf(TAG), null, null, null, null, null, List.of());
    }

    private static List<String> pointers(ThrowingCallable refused) {
        return catchThrowableOfType(Problem.class, refused).faults().stream()
                .map(Problem.Fault::pointer)
                .toList();
    }
}
