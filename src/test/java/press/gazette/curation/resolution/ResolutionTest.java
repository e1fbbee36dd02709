package press.gazette.curation.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import press.gazette.curation.content.ListContent;

/** Properties of every resolution, over lists that {@link World} generates. */
class ResolutionTest {

    @Provide
    Arbitrary<World> worlds() {
        return Arbitraries.longs().map(World::new);
    }

    @Property
    void noArticleIsShownTwice(@ForAll("worlds") World world) {
        assertThat(articles(world.resolved())).doesNotHaveDuplicates();
    }

    @Property
    void listAndGroupsHoldAtMostTheirLimits(@ForAll("worlds") World world) {
        List<Slot> slots = world.resolved().slots();
        assertThat(slots).hasSizeLessThanOrEqualTo(world.content.settings().maxItems());
        world.content.settings().groups().forEach(group -> {
            long pins = slots.stream()
                    .filter(slot -> isIn(slot, group.key()) && slot.origin() == Origin.PINNED)
                    .count();
            long all = slots.stream().filter(slot -> isIn(slot, group.key())).count();
            assertThat(all).isLessThanOrEqualTo(group.limit() == null ? all : Math.max(pins, group.limit()));
        });
    }

    @Property
    void pinsAreAtTheirPositionsWhenEnoughItemsComeBefore(@ForAll("worlds") World world) {
        List<Slot> slots = world.resolved().slots();
        long others =
                slots.stream().filter(slot -> slot.origin() != Origin.PINNED).count();
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).origin() == Origin.PINNED) {
                int pin = pin(slots.get(i));
                long lower = slots.stream()
                        .filter(slot -> slot.origin() == Origin.PINNED && pin(slot) < pin)
                        .count();
                assertThat(i + 1).isLessThanOrEqualTo(pin);
                assertThat(i + 1).isEqualTo((int) Math.min(pin, others + lower + 1));
            }
        }
    }

    @Property
    void listsAboveOnThePageRemoveNoEntry(@ForAll("worlds") World world) {
        Map<UUID, String> everything = new HashMap<>();
        world.universe.forEach(article -> everything.put(article, "above"));
        assertThat(entries(world.resolved(everything))).isEqualTo(entries(world.resolved(Map.of())));
    }

    @Property
    void resolutionIsRepeatable(@ForAll("worlds") World world) {
        assertThat(world.resolved()).isEqualTo(world.resolved());
    }

    @Property
    void hiddenArticleIsLikeOneThatWasNeverPlaced(@ForAll("worlds") World world) {
        UUID hidden = world.universe.get(0);
        Candidates without = world.without(hidden);
        ListContent never = new ListContent(
                world.content.settings(),
                world.content.entries().stream()
                        .filter(entry -> !entry.placed()
                                .target()
                                .articleId()
                                .filter(hidden::equals)
                                .isPresent())
                        .toList());
        assertThat(Resolution.of(world.content, without, World.NOW, world.above).slots())
                .isEqualTo(Resolution.of(never, without, World.NOW, world.above).slots());
    }

    @Property
    void entriesAndFillKeepTheirOrder(@ForAll("worlds") World world) {
        List<Slot> flow = world.resolved().slots().stream()
                .filter(slot -> slot.origin() != Origin.PINNED)
                .toList();
        List<Integer> order = flow.stream().map(slot -> rank(world, slot)).toList();
        assertThat(order).isSorted();
    }

    @Property
    void fillSuppliesNoArticleThatIsExcludedOrAbove(@ForAll("worlds") World world) {
        for (Slot slot : world.resolved().slots()) {
            if (slot.origin() == Origin.FILL) {
                assertThat(world.content.settings().exclusions()).doesNotContain(slot.article());
                assertThat(world.above.containsKey(slot.article())
                                && world.content.settings().dedupesOnPage())
                        .isFalse();
            }
        }
    }

    @Property
    void everyCandidateIsShownOrDroppedWithAReason(@ForAll("worlds") World world) {
        Resolved resolved = world.resolved();
        Set<UUID> shown = entries(resolved);
        List<UUID> dropped = resolved.dropped().stream()
                .filter(Dropped.Placed.class::isInstance)
                .map(each -> ((Dropped.Placed) each).entry().id())
                .toList();
        assertThat(dropped).doesNotHaveDuplicates().noneMatch(shown::contains);
        assertThat(shown.size() + dropped.size())
                .isEqualTo(world.content.entries().size());
        for (int i = 0; i < world.candidates.fill().size(); i++) {
            int source = i;
            if (world.content.settings().fill().get(i).latestTag().isEmpty()) {
                long placed = resolved.slots().stream()
                        .filter(slot -> slot instanceof Slot.Filled filled && filled.source() == source)
                        .count();
                long told = resolved.dropped().stream()
                        .filter(each -> each instanceof Dropped.Offered offered && offered.source() == source)
                        .count();
                assertThat(placed + told)
                        .isEqualTo(world.candidates.fill().get(i).size());
            }
        }
    }

    @Property
    void listIsFullWhenACandidateIsOverTheMaximum(@ForAll("worlds") World world) {
        Resolved resolved = world.resolved();
        boolean left = resolved.dropped().stream().anyMatch(each -> each.reason() == Reason.OVER_MAXIMUM);
        if (left) {
            assertThat(resolved.slots()).hasSize(world.content.settings().maxItems());
        }
    }

    /** Groups in their order; in each group the entries in the editor's order, then source by source. */
    private static int rank(World world, Slot slot) {
        int group = world.content.settings().indexOf(slot.group()).orElse(0);
        int place = slot instanceof Slot.Filled filled
                ? 1_000 + 100 * filled.source() + indexIn(world, filled)
                : world.content.entries().indexOf(((Slot.Placed) slot).entry());
        return group * 100_000 + place;
    }

    private static int indexIn(World world, Slot.Filled slot) {
        List<Candidate> source = world.candidates.fill().get(slot.source());
        return IntStream.range(0, source.size())
                .filter(i -> source.get(i).article().equals(slot.article()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isIn(Slot slot, String group) {
        return group.equals(slot.group());
    }

    private static int pin(Slot slot) {
        return Objects.requireNonNull(((Slot.Placed) slot).entry().placed().pin());
    }

    private static List<UUID> articles(Resolved resolved) {
        List<UUID> articles = new ArrayList<>();
        resolved.slots().forEach(slot -> {
            if (slot.article() != null) {
                articles.add(slot.article());
            }
        });
        return articles;
    }

    private static Set<UUID> entries(Resolved resolved) {
        Set<UUID> entries = new HashSet<>();
        for (Slot slot : resolved.slots()) {
            if (slot instanceof Slot.Placed placed) {
                entries.add(placed.entry().id());
            }
        }
        return entries;
    }

    static Instant hours(int hours) {
        return World.NOW.plusSeconds(3_600L * hours);
    }
}
