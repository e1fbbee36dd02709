package press.gazette.curation.resolution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import press.gazette.curation.content.Dedupe;
import press.gazette.curation.content.ExternalLink;
import press.gazette.curation.content.Group;
import press.gazette.curation.content.ListContent;
import press.gazette.curation.content.ListEntry;
import press.gazette.curation.content.ListKind;
import press.gazette.curation.content.Placement;
import press.gazette.curation.content.Settings;
import press.gazette.curation.content.Source;
import press.gazette.curation.content.SourceQuery;
import press.gazette.curation.content.Target;

/**
 * A generated list with its candidates, small enough that its parts often meet each other. The same seed gives the same
 * world.
 */
final class World {

    static final Instant NOW = Instant.parse("2026-06-01T12:00:30Z");

    private static final int ARTICLES = 14;
    private static final List<String> GROUPS = List.of("lead", "middle", "rest");

    final List<UUID> universe = new ArrayList<>();
    final ListContent content;
    final Candidates candidates;
    final Map<UUID, String> above = new HashMap<>();

    private final long seed;
    private final Random random;
    private final List<UUID> tags = new ArrayList<>();

    World(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        for (int i = 0; i < ARTICLES; i++) {
            universe.add(new UUID(1, i));
        }
        tags.addAll(List.of(new UUID(2, 1), new UUID(2, 2)));
        Collections.shuffle(universe, random);
        List<String> groups = random.nextBoolean() ? List.of() : GROUPS.subList(0, 1 + random.nextInt(3));
        int most = 1 + random.nextInt(9);
        List<ListEntry> entries = entries(most, groups);
        Set<UUID> placed = new HashSet<>();
        entries.forEach(entry -> entry.placed().target().articleId().ifPresent(placed::add));
        Settings settings = new Settings(
                "A list",
                ListKind.HYBRID,
                0,
                most,
                random.nextBoolean() ? Dedupe.PAGE : Dedupe.NONE,
                groups.stream()
                        .map(key -> new Group(key, null, random.nextBoolean() ? null : 1 + random.nextInt(3)))
                        .toList(),
                Stream.generate(() -> source(groups)).limit(random.nextInt(4)).toList(),
                universe.stream()
                        .filter(id -> !placed.contains(id) && random.nextInt(5) == 0)
                        .toList());
        content = new ListContent(settings, entries);
        universe.stream().filter(id -> random.nextInt(4) == 0).forEach(id -> above.put(id, "above"));
        candidates = candidates();
    }

    Resolved resolved() {
        return resolved(above);
    }

    Resolved resolved(Map<UUID, String> standingAbove) {
        return Resolution.of(content, candidates, NOW, standingAbove);
    }

    /** The candidates while this article is not public. */
    Candidates without(UUID hidden) {
        Set<UUID> visible = new HashSet<>(candidates.visible());
        visible.remove(hidden);
        Map<UUID, List<Candidate>> latest = new HashMap<>();
        candidates.latest().forEach((tag, articles) -> latest.put(tag, without(articles, hidden)));
        return new Candidates(
                visible,
                latest,
                candidates.fill().stream()
                        .map(articles -> without(articles, hidden))
                        .toList());
    }

    private static List<Candidate> without(List<Candidate> articles, UUID hidden) {
        return articles.stream().filter(each -> !each.article().equals(hidden)).toList();
    }

    private List<ListEntry> entries(int most, List<String> groups) {
        List<Integer> pins = new ArrayList<>();
        for (int i = 1; i <= most; i++) {
            pins.add(i);
        }
        Collections.shuffle(pins, random);
        List<ListEntry> entries = new ArrayList<>();
        int count = random.nextInt(8);
        for (int i = 0; i < count; i++) {
            Integer pin = random.nextInt(3) == 0 && !pins.isEmpty() ? pins.remove(0) : null;
            String group = groups.isEmpty() || random.nextBoolean() ? null : groups.get(random.nextInt(groups.size()));
            Instant start = random.nextInt(5) == 0 ? ResolutionTest.hours(random.nextInt(3) - 1) : null;
            Instant end = random.nextInt(5) == 0 ? ResolutionTest.hours(2 + random.nextInt(3) - 3) : null;
            boolean turned = start != null && end != null && !start.isBefore(end);
            entries.add(new ListEntry(
                    new UUID(3, i), new Placement(target(i), pin, group, start, turned ? null : end, null, List.of())));
        }
        return entries;
    }

    private Target target(int i) {
        return switch (random.nextInt(6)) {
            case 0 -> new Target.LatestOf(tags.get(random.nextInt(tags.size())));
            case 1 -> new Target.Link(new ExternalLink("https://example.org/" + i, "A link", null, null, null));
            default -> new Target.ToArticle(universe.get(i));
        };
    }

    private Source source(List<String> groups) {
        String group = groups.isEmpty() || random.nextBoolean() ? null : groups.get(random.nextInt(groups.size()));
        return switch (random.nextInt(3)) {
            case 0 -> new Source.LatestOf(tags.get(0), group);
            case 1 -> new Source.OfList(new UUID(4, 1), group);
            default ->
                new Source.Query(
                        new SourceQuery(null, null, null, null, random.nextBoolean() ? "PT3H" : null, null), group);
        };
    }

    /** Sources offer public articles; the articles of entries may be hidden. */
    private Candidates candidates() {
        Set<UUID> visible = new HashSet<>();
        universe.stream().filter(id -> random.nextInt(4) > 0).forEach(visible::add);
        Map<UUID, List<Candidate>> latest = new HashMap<>();
        tags.forEach(tag -> latest.put(tag, offered(visible)));
        return new Candidates(
                visible,
                latest,
                content.settings().fill().stream().map(each -> offered(visible)).toList());
    }

    private List<Candidate> offered(Set<UUID> visible) {
        List<Candidate> offered = new ArrayList<>();
        int age = 0;
        for (UUID article : universe) {
            if (visible.contains(article) && random.nextBoolean()) {
                offered.add(new Candidate(article, ResolutionTest.hours(-age)));
                age += random.nextInt(2);
            }
        }
        return offered;
    }

    @Override
    public String toString() {
        return "World " + seed + ": " + content + " " + candidates + " " + above;
    }
}
