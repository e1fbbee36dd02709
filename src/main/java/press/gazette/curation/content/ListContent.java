package press.gazette.curation.content;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;

import press.gazette.problem.Faults;
import press.gazette.problem.Problem;

/**
 * The content of a revision of a list. Settings and entries fit each other: every change is checked.
 *
 * @param entries in the editor's order
 */
public record ListContent(
        Settings settings,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ListEntry> entries) {

    /** Twice the most items, so that tomorrow's entries can be placed beside today's. */
    public static final int MOST_ENTRIES = 200;

    public ListContent {
        entries = entries == null ? List.of() : List.copyOf(entries);
    }

    public static ListContent of(Settings settings) {
        return new ListContent(settings, List.of());
    }

    /** This content with other settings; rejects settings that the entries do not fit. */
    public ListContent with(Settings changed) {
        Faults faults = new Faults();
        faults.check(
                changed.kind() != ListKind.QUERY || entries.isEmpty(),
                "/kind",
                "A query list has no entries: remove them first, or make it a hybrid one.");
        for (ListEntry entry : entries) {
            Placement placed = entry.placed();
            faults.check(
                    placed.pin() == null || placed.pin() <= changed.maxItems(),
                    "/maxItems",
                    "An entry is pinned to position " + placed.pin() + ": the list must hold at least as many.");
            faults.check(
                    placed.group() == null || changed.indexOf(placed.group()).isPresent(),
                    "/groups",
                    "An entry is in the group \"" + placed.group() + "\": move it first.");
        }
        Set<UUID> placed = new HashSet<>();
        entries.forEach(entry -> entry.placed().target().articleId().ifPresent(placed::add));
        for (int i = 0; i < changed.exclusions().size(); i++) {
            faults.check(
                    !placed.contains(changed.exclusions().get(i)),
                    "/exclusions/" + i,
                    "This article is placed in the list: remove the entry first.");
        }
        faults.refuse();
        return new ListContent(changed, entries);
    }

    /** This content with a further entry, at the end of the order or before an entry. */
    public ListContent with(ListEntry added, Optional<UUID> before) {
        if (settings.kind() == ListKind.QUERY) {
            throw Problem.conflict("A query list has no entries: make it a hybrid one first.");
        }
        if (entries.size() >= MOST_ENTRIES) {
            throw Problem.conflict(
                    "A list has at most " + MOST_ENTRIES + " entries: remove some that have ended first.");
        }
        check(added);
        List<ListEntry> more = new ArrayList<>(entries);
        more.add(before.map(this::indexOf).orElse(entries.size()), added);
        return new ListContent(settings, more);
    }

    /** This content with these entries alone; an entry with the target of a former one takes over its id. */
    public ListContent replaced(List<Placement> placed) {
        List<ListEntry> former = new ArrayList<>(entries);
        ListContent result = of(settings);
        Faults faults = new Faults();
        for (int i = 0; i < placed.size(); i++) {
            Placement next = placed.get(i);
            Optional<ListEntry> same = former.stream()
                    .filter(entry -> entry.placed().target().equals(next.target()))
                    .findFirst();
            same.ifPresent(former::remove);
            try {
                result = result.with(
                        new ListEntry(same.map(ListEntry::id).orElseGet(UUID::randomUUID), next), Optional.empty());
            } catch (Problem fault) {
                int index = i;
                faults.addAll(() -> "/entries/" + index, fault);
            }
        }
        faults.refuse();
        return result;
    }

    /** This content with this entry in place of the one with its id. */
    public ListContent with(ListEntry changed) {
        check(changed);
        List<ListEntry> others = new ArrayList<>(entries);
        others.set(indexOf(changed.id()), changed);
        return new ListContent(settings, others);
    }

    /** This content without one entry. */
    public ListContent without(UUID entry) {
        List<ListEntry> others = new ArrayList<>(entries);
        others.remove(indexOf(entry));
        return new ListContent(settings, others);
    }

    /** This content without some articles, wherever they would come from. */
    public ListContent withoutArticles(Set<UUID> articles) {
        return new ListContent(
                settings.excluding(articles),
                entries.stream()
                        .filter(entry -> entry.placed()
                                .target()
                                .articleId()
                                .filter(articles::contains)
                                .isEmpty())
                        .map(entry -> new ListEntry(entry.id(), entry.placed().withoutArticles(articles)))
                        .toList());
    }

    /** This content with its entries in another order. */
    public ListContent ordered(List<UUID> order) {
        Faults faults = new Faults();
        Set<UUID> once = new HashSet<>();
        for (int i = 0; i < order.size(); i++) {
            faults.check(find(order.get(i)).isPresent(), "/entries/" + i, "The list has no such entry.");
            faults.check(once.add(order.get(i)), "/entries/" + i, "This entry is there twice.");
        }
        for (ListEntry entry : entries) {
            faults.check(
                    once.contains(entry.id()), "/entries", "The entry " + entry.id() + " is missing; all are needed.");
        }
        faults.refuse();
        return new ListContent(
                settings, order.stream().flatMap(id -> find(id).stream()).toList());
    }

    public Optional<ListEntry> find(UUID id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    private int indexOf(UUID id) {
        return entries.indexOf(find(id).orElseThrow(() -> Problem.notFound("entry")));
    }

    /** Rejects an entry that does not fit the settings and the other entries. */
    private void check(ListEntry entry) {
        Placement placed = entry.placed();
        Faults faults = new Faults();
        faults.check(
                placed.pin() == null || placed.pin() <= settings.maxItems(),
                "/pin",
                "A pin is a position from 1 to " + settings.maxItems() + ", the maximum of the list.");
        faults.check(
                placed.group() == null || settings.indexOf(placed.group()).isPresent(),
                "/group",
                "The list has no such group.");
        faults.check(
                placed.target()
                        .articleId()
                        .filter(settings.exclusions()::contains)
                        .isEmpty(),
                "/target/article",
                "This article is among the exclusions of the list: remove it from them first.");
        for (ListEntry other : entries) {
            if (!other.id().equals(entry.id()) && placed.overlaps(other.placed())) {
                check(placed, other, faults);
            }
        }
        faults.refuse();
    }

    private static void check(Placement placed, ListEntry other, Faults faults) {
        faults.check(
                placed.pin() == null || !placed.pin().equals(other.placed().pin()),
                "/pin",
                "The entry " + other.id() + " is pinned to this position at the same time.");
        faults.check(
                !placed.target().isSameAs(other.placed().target()),
                "/target",
                "The entry " + other.id() + " has the same target at the same time.");
    }

    /** The ids of the lists among its sources. */
    public Set<UUID> sources() {
        Set<UUID> sources = new HashSet<>();
        settings.fill().forEach(source -> source.listId().ifPresent(sources::add));
        return sources;
    }

    /**
     * The next instant at which time alone may change the items; empty: never. Ages are counted in whole minutes, so that
     * each instant at which an article grows too old is known.
     */
    public Optional<Instant> nextChange(Instant now) {
        Optional<Instant> nextMinute = ages()
                ? Optional.of(now.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1)))
                : Optional.empty();
        return Stream.of(nextWindow(now), nextMinute).flatMap(Optional::stream).min(Instant::compareTo);
    }

    /** The next instant at which the window of an entry opens or closes; empty: never. */
    private Optional<Instant> nextWindow(Instant now) {
        return entries.stream()
                .map(ListEntry::placed)
                .flatMap(placed ->
                        Stream.of(Optional.ofNullable(placed.startsAt()), Optional.ofNullable(placed.endsAt())))
                .flatMap(Optional::stream)
                .filter(moment -> moment.isAfter(now))
                .min(Instant::compareTo);
    }

    /** True if a source has a greatest age. */
    private boolean ages() {
        return settings.fill().stream()
                .flatMap(source -> source.asQuery().stream())
                .anyMatch(query -> query.maxAge() != null);
    }
}
