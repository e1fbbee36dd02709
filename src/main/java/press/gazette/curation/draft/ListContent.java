package press.gazette.curation.draft;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;

import press.gazette.problem.Faults;
import press.gazette.problem.Problem;

/**
 * All that a revision of a list says. It holds together: what does not is refused before it is in any revision.
 *
 * @param settings without a note and with ids in place of all slugs and keys
 * @param entries in the editor's order
 */
public record ListContent(
        ListSettings settings,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ListEntry> entries) {

    /** Twice what a list can show, so that tomorrow's entries can stand beside today's. */
    public static final int MOST_ENTRIES = 200;

    public ListContent {
        entries = entries == null ? List.of() : List.copyOf(entries);
    }

    public static ListContent of(ListSettings settings) {
        return new ListContent(settings, List.of());
    }

    /** The same with other settings, refused where the entries do not fit them. */
    public ListContent with(ListSettings changed) {
        Faults faults = new Faults();
        faults.check(
                changed.kind() != ListKind.QUERY || entries.isEmpty(),
                "/kind",
                "A query list has no entries: remove them first, or make it a hybrid one.");
        for (ListEntry entry : entries) {
            EntryDraft placed = entry.placed();
            faults.check(
                    placed.pin() == null || placed.pin() <= changed.most(),
                    "/maxItems",
                    "An entry is pinned to position " + placed.pin() + ": the list holds at least as many.");
            faults.check(
                    placed.group() == null || changed.indexOf(placed.group()).isPresent(),
                    "/groups",
                    "An entry is in the group \"" + placed.group() + "\": move it first.");
        }
        Set<String> placed = new HashSet<>();
        entries.forEach(
                entry -> Optional.ofNullable(entry.placed().target().article()).ifPresent(placed::add));
        for (int i = 0; i < changed.exclusions().size(); i++) {
            faults.check(
                    !placed.contains(changed.exclusions().get(i)),
                    "/exclusions/" + i,
                    "This article is placed by hand: remove the entry first.");
        }
        faults.refuse();
        return new ListContent(changed, entries);
    }

    /** The same with one entry more, at the end of the order or before another one. */
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

    /** The same with these entries and no others; one that places the same as one before has its id. */
    public ListContent replaced(List<EntryDraft> placed) {
        List<ListEntry> former = new ArrayList<>(entries);
        ListContent result = of(settings);
        Faults faults = new Faults();
        for (int i = 0; i < placed.size(); i++) {
            EntryDraft next = placed.get(i);
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

    /** The same with this entry in place of the one that has its id. */
    public ListContent with(ListEntry changed) {
        check(changed);
        List<ListEntry> others = new ArrayList<>(entries);
        others.set(indexOf(changed.id()), changed);
        return new ListContent(settings, others);
    }

    /** The same without that entry. */
    public ListContent without(UUID entry) {
        List<ListEntry> others = new ArrayList<>(entries);
        others.remove(indexOf(entry));
        return new ListContent(settings, others);
    }

    /** The same with the entries in that order. */
    public ListContent ordered(List<UUID> order) {
        Faults faults = new Faults();
        Set<UUID> once = new HashSet<>();
        for (int i = 0; i < order.size(); i++) {
            faults.check(find(order.get(i)).isPresent(), "/entries/" + i, "The list has no such entry.");
            faults.check(once.add(order.get(i)), "/entries/" + i, "This is there twice.");
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

    /** Refuses an entry that does not go with the settings and the other entries. */
    private void check(ListEntry entry) {
        EntryDraft placed = entry.placed();
        Faults faults = new Faults();
        faults.check(
                placed.pin() == null || placed.pin() <= settings.most(),
                "/pin",
                "A pin is a position from 1 to " + settings.most() + ", which is what the list holds.");
        faults.check(
                placed.group() == null || settings.indexOf(placed.group()).isPresent(),
                "/group",
                "The list has no such group.");
        faults.check(
                placed.target().article() == null
                        || !settings.exclusions().contains(placed.target().article()),
                "/target/article",
                "This article is among the exclusions of the list: take it out there first.");
        for (ListEntry other : entries) {
            if (!other.id().equals(entry.id()) && placed.overlaps(other.placed())) {
                check(placed, other, faults);
            }
        }
        faults.refuse();
    }

    private static void check(EntryDraft placed, ListEntry other, Faults faults) {
        faults.check(
                placed.pin() == null || !placed.pin().equals(other.placed().pin()),
                "/pin",
                "The entry " + other.id() + " is pinned to this position at the same time.");
        faults.check(
                !isSame(placed.target(), other.placed().target()),
                "/target",
                "The entry " + other.id() + " places the same at the same time.");
    }

    /** Two latest of one tag are the latest and the one before. */
    private static boolean isSame(Target one, Target other) {
        if (one.link() != null && other.link() != null) {
            return one.link().url().equals(other.link().url());
        }
        return one.article() != null && one.article().equals(other.article());
    }

    /** The lists that it is filled from. */
    public Set<UUID> sources() {
        Set<UUID> sources = new HashSet<>();
        settings.fill().forEach(fill -> fill.listId().ifPresent(sources::add));
        return sources;
    }

    /** When the clock next opens or closes an entry; empty: never. */
    public Optional<Instant> nextWindow(Instant now) {
        return entries.stream()
                .map(ListEntry::placed)
                .flatMap(placed ->
                        Stream.of(Optional.ofNullable(placed.startsAt()), Optional.ofNullable(placed.endsAt())))
                .flatMap(Optional::stream)
                .filter(moment -> moment.isAfter(now))
                .min(Instant::compareTo);
    }

    /** Whether something of it grows too old. */
    public boolean ages() {
        return settings.fill().stream()
                .map(Fill::query)
                .filter(Objects::nonNull)
                .anyMatch(query -> query.maxAge() != null);
    }
}
