package press.gazette.curation.resolution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.curation.content.Group;
import press.gazette.curation.content.ListContent;
import press.gazette.curation.content.ListEntry;
import press.gazette.curation.content.Placement;
import press.gazette.curation.content.Source;

/**
 * Resolves a list, a pure function: pins at their positions, around them the other entries in their order and then the
 * fill, group by group; no article twice; at most as many items as the list holds.
 */
public final class Resolution {

    private final ListContent content;
    private final Candidates candidates;
    private final Instant at;
    private final Map<UUID, String> above;

    private final Set<UUID> excluded;
    private final List<Slot.Placed> pins = new ArrayList<>();
    private final List<Slot> flow = new ArrayList<>();
    private final List<Dropped> dropped = new ArrayList<>();
    private final Set<UUID> present = new HashSet<>();
    private final Map<String, Integer> inGroup = new HashMap<>();
    private final List<Integer> exhausted = new ArrayList<>();
    private final Set<UUID> exhaustedTags = new HashSet<>();

    private Resolution(ListContent content, Candidates candidates, Instant at, Map<UUID, String> above) {
        this.content = content;
        this.candidates = candidates;
        this.at = at;
        this.above = above;
        this.excluded = Set.copyOf(content.settings().exclusions());
    }

    /**
     * Resolves one list.
     *
     * @param above the articles of the lists above it on the page, with the keys of those lists; empty: none, or the list is
     *     resolved by itself
     */
    public static Resolved of(ListContent content, Candidates candidates, Instant at, Map<UUID, String> above) {
        Resolution resolution = new Resolution(content, candidates, at, above);
        resolution.placeByHand();
        resolution.fill();
        return new Resolved(
                resolution.arranged(),
                List.copyOf(resolution.dropped),
                List.copyOf(resolution.exhausted),
                Set.copyOf(resolution.exhaustedTags));
    }

    /** Pins come first: nothing replaces them. Then articles, so that the latest of a tag is an article not placed yet. */
    private void placeByHand() {
        List<ListEntry> open = content.entries().stream().filter(this::isOpen).toList();
        Map<UUID, UUID> articles = new HashMap<>();
        Set<UUID> taken = new HashSet<>();
        for (ListEntry entry : open) {
            entry.placed()
                    .target()
                    .articleId()
                    .filter(candidates.visible()::contains)
                    .ifPresent(article -> {
                        articles.put(entry.id(), article);
                        taken.add(article);
                    });
        }
        for (ListEntry entry : open) {
            entry.placed()
                    .target()
                    .latestTag()
                    .flatMap(tag -> latest(tag, taken))
                    .ifPresent(article -> {
                        articles.put(entry.id(), article);
                        taken.add(article);
                    });
        }
        List<ListEntry> there =
                open.stream().filter(entry -> isThere(entry, articles)).toList();
        there.stream()
                .sorted(Comparator.comparing(entry -> !entry.placed().hasPin()))
                .forEach(entry -> place(entry, articles.get(entry.id())));
    }

    private boolean isOpen(ListEntry entry) {
        boolean open = entry.placed().isOpen(at);
        if (!open) {
            Reason reason = entry.placed().hasStarted(at) ? Reason.ENDED : Reason.NOT_STARTED;
            drop(entry, entry.placed().target().articleId().orElse(null), reason);
        }
        return open;
    }

    /** A link is always available; an article if it is public. */
    private boolean isThere(ListEntry entry, Map<UUID, UUID> articles) {
        boolean there = entry.placed().target().external().isPresent() || articles.containsKey(entry.id());
        if (!there) {
            Optional<UUID> article = entry.placed().target().articleId();
            drop(entry, article.orElse(null), article.isPresent() ? Reason.HIDDEN : Reason.NOTHING_LEFT);
        }
        return there;
    }

    /** Prefers an article that is not in a list above, but rather repeats one than leaves the entry out. */
    private Optional<UUID> latest(UUID tag, Set<UUID> taken) {
        List<UUID> free = candidates.latest().getOrDefault(tag, List.of()).stream()
                .map(Candidate::article)
                .filter(article -> !taken.contains(article) && !isExcluded(article))
                .toList();
        Optional<UUID> below =
                free.stream().filter(article -> !isAbove(article)).findFirst();
        if (below.isEmpty()) {
            exhaustedTags.add(tag);
        }
        return below.or(() -> free.stream().findFirst());
    }

    private void place(ListEntry entry, @Nullable UUID article) {
        Placement placed = entry.placed();
        String group = placed.group() != null ? placed.group() : firstGroup();
        if (placed.hasPin()) {
            add(pins, new Slot.Placed(entry, article, group));
        } else if (isFull()) {
            drop(entry, article, Reason.OVER_MAXIMUM);
        } else if (isFull(group)) {
            drop(entry, article, Reason.OVER_GROUP);
        } else {
            add(flow, new Slot.Placed(entry, article, group));
        }
    }

    private void fill() {
        List<Source> sources = content.settings().fill();
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            String group = source.group() != null ? source.group() : lastGroup();
            int before = flow.size();
            for (Candidate candidate : candidates.fill().get(i)) {
                if (source.latestTag().isPresent() && flow.size() > before) {
                    break;
                }
                Optional<Reason> obstacle = obstacle(candidate, source, group);
                if (obstacle.isEmpty()) {
                    add(flow, new Slot.Filled(i, candidate.article(), group));
                } else {
                    dropped.add(new Dropped.Offered(
                            i, candidate.article(), obstacle.get(), aboveList(candidate, obstacle.get())));
                }
            }
            boolean served = source.latestTag().isPresent() && flow.size() > before;
            if (!served && !isFull() && !isFull(group)) {
                exhausted.add(i);
            }
        }
    }

    private Optional<Reason> obstacle(Candidate candidate, Source source, @Nullable String group) {
        UUID article = candidate.article();
        if (isExcluded(article)) {
            return Optional.of(Reason.EXCLUDED);
        }
        if (present.contains(article)) {
            return Optional.of(Reason.DUPLICATE);
        }
        if (isAbove(article)) {
            return Optional.of(Reason.ON_PAGE);
        }
        if (oldest(source).filter(candidate.date()::isBefore).isPresent()) {
            return Optional.of(Reason.TOO_OLD);
        }
        if (isFull()) {
            return Optional.of(Reason.OVER_MAXIMUM);
        }
        return isFull(group) ? Optional.of(Reason.OVER_GROUP) : Optional.empty();
    }

    private Optional<Instant> oldest(Source source) {
        return source.asQuery().flatMap(query -> query.oldest(at));
    }

    /** Puts the other items around the pins, as far as there are enough. */
    private List<Slot> arranged() {
        List<Slot.Placed> waiting = new ArrayList<>(pins);
        waiting.sort(Comparator.comparingInt(Resolution::pin));
        List<Slot> others = new ArrayList<>(flow);
        others.sort(Comparator.comparingInt(
                slot -> content.settings().indexOf(slot.group()).orElse(0)));
        List<Slot> slots = new ArrayList<>();
        while (!waiting.isEmpty() || !others.isEmpty()) {
            boolean pinned = !waiting.isEmpty() && (others.isEmpty() || pin(waiting.get(0)) <= slots.size() + 1);
            slots.add((pinned ? waiting : others).remove(0));
        }
        return List.copyOf(slots);
    }

    private static int pin(Slot.Placed slot) {
        return Objects.requireNonNull(slot.entry().placed().pin());
    }

    private <S extends Slot> void add(List<S> slots, S slot) {
        slots.add(slot);
        if (slot.article() != null) {
            present.add(slot.article());
        }
        if (slot.group() != null) {
            inGroup.merge(slot.group(), 1, Integer::sum);
        }
    }

    private void drop(ListEntry entry, @Nullable UUID article, Reason reason) {
        dropped.add(new Dropped.Placed(entry, article, reason));
    }

    private @Nullable String aboveList(Candidate candidate, Reason reason) {
        return reason == Reason.ON_PAGE ? above.get(candidate.article()) : null;
    }

    private boolean isExcluded(UUID article) {
        return excluded.contains(article);
    }

    private boolean isAbove(UUID article) {
        return content.settings().dedupesOnPage() && above.containsKey(article);
    }

    private boolean isFull() {
        return pins.size() + flow.size() >= content.settings().maxItems();
    }

    private boolean isFull(@Nullable String group) {
        return content.settings().groups().stream()
                .filter(each -> each.key().equals(group))
                .anyMatch(each -> each.limit() != null && inGroup.getOrDefault(group, 0) >= each.limit());
    }

    private @Nullable String firstGroup() {
        return content.settings().groups().stream().map(Group::key).findFirst().orElse(null);
    }

    private @Nullable String lastGroup() {
        List<Group> groups = content.settings().groups();
        return groups.isEmpty() ? null : groups.get(groups.size() - 1).key();
    }
}
