package press.gazette.curation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import press.gazette.article.reading.CardRow;

/** What stands in a list, decided by nothing but its arguments. */
final class Resolution {

    private Resolution() {}

    /**
     * Entries in their order, then fill in its order, no article twice, no more than the list holds.
     *
     * @param placed the entries that readers may see, in the editor's order
     * @param candidates what the fill offers, best first; at least as many as the list holds and has entries, so that the
     *     list is full whenever there are enough articles
     */
    static List<Slot> of(List<Placed> placed, List<CardRow> candidates, int maxItems) {
        List<Slot> slots = new ArrayList<>();
        Set<UUID> present = new HashSet<>();
        for (Placed entry : placed) {
            if (slots.size() < maxItems && present.add(entry.article().id())) {
                slots.add(new Slot(Origin.CURATED, entry.article(), entry.overrides()));
            }
        }
        for (CardRow candidate : candidates) {
            if (slots.size() < maxItems && present.add(candidate.id())) {
                slots.add(new Slot(Origin.FILL, candidate, Overrides.NONE));
            }
        }
        return List.copyOf(slots);
    }
}
