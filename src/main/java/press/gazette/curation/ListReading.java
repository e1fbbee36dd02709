package press.gazette.curation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.hibernate.orm.panache.Panache;

import press.gazette.article.Visibility;
import press.gazette.article.listing.NewestArticles;
import press.gazette.article.reading.ArticleCard;
import press.gazette.article.reading.CardRow;
import press.gazette.media.Rights;

/**
 * Resolves public lists together: one statement for the entries of all, two for the candidates of all fills, one for the
 * tags of all cards, however many lists there are.
 */
final class ListReading {

    private ListReading() {}

    /** The lists as readers see them at that instant, in their order; those that are not public are left out. */
    static List<ListView> of(List<CuratedList> lists, Instant now) {
        List<CuratedList> open =
                lists.stream().filter(list -> list.live() != null).toList();
        Map<UUID, List<Placed>> placed = placed(open, now);
        List<List<CardRow>> candidates = candidates(open, placed, now);
        List<List<Slot>> slots = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            CuratedList list = open.get(i);
            slots.add(Resolution.of(entriesOf(list, placed), candidates.get(i), list.maxItems()));
        }
        Map<UUID, ArticleCard> cards = cards(slots);
        List<ListView> views = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            views.add(view(open.get(i), slots.get(i), cards));
        }
        return views;
    }

    private static Map<UUID, List<Placed>> placed(List<CuratedList> lists, Instant now) {
        if (lists.isEmpty()) {
            return Map.of();
        }
        List<UUID> revisions = lists.stream().map(list -> live(list).id()).toList();
        return Panache.getSession(Entry.class)
                .createSelectionQuery("""
                        select e.revision.id, e.overrides, %s
                        from Entry e join e.article a left join a.image %s
                        where e.revision.id in :revisions and %s
                        order by e.revision.id, e.position""".formatted(CardRow.VALUE, Rights.VALID, Visibility.PUBLIC), Placed.class)
                .setParameter("revisions", revisions)
                .setParameter("now", now)
                .getResultStream()
                .collect(Collectors.groupingBy(Placed::revision));
    }

    private static List<Placed> entriesOf(CuratedList list, Map<UUID, List<Placed>> placed) {
        return placed.getOrDefault(live(list).id(), List.of());
    }

    /** For each list, enough candidates to fill it even if all its entries are among them; none where it is full. */
    private static List<List<CardRow>> candidates(
            List<CuratedList> lists, Map<UUID, List<Placed>> placed, Instant now) {
        List<NewestArticles.Wanted> wanted = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<List<CardRow>> candidates = new ArrayList<>();
        for (CuratedList list : lists) {
            Fill fill = live(list).fill();
            int entries = entriesOf(list, placed).size();
            candidates.add(List.of());
            if (fill != null && entries < list.maxItems()) {
                wanted.add(new NewestArticles.Wanted(fill.tag(), list.maxItems() + entries));
                places.add(candidates.size() - 1);
            }
        }
        List<List<CardRow>> newest = NewestArticles.of(wanted, now);
        for (int i = 0; i < places.size(); i++) {
            candidates.set(places.get(i), newest.get(i));
        }
        return candidates;
    }

    private static Map<UUID, ArticleCard> cards(Collection<List<Slot>> slots) {
        Stream<CardRow> rows =
                slots.stream().flatMap(List::stream).map(Slot::article).distinct();
        return ArticleCard.of(rows.toList()).stream()
                .collect(Collectors.toMap(ArticleCard::id, Function.identity(), (same, again) -> same));
    }

    private static ListView view(CuratedList list, List<Slot> slots, Map<UUID, ArticleCard> cards) {
        ListRevision live = live(list);
        List<ListItem> items = new ArrayList<>();
        Instant newest = live.savedAt();
        for (Slot slot : slots) {
            ArticleCard card = Objects.requireNonNull(cards.get(slot.article().id()));
            items.add(new ListItem(
                    items.size() + 1,
                    slot.origin(),
                    slot.overrides().on(card),
                    slot.overrides().names()));
            newest = newest.isBefore(card.modifiedAt()) ? card.modifiedAt() : newest;
        }
        return new ListView(list.key(), list.title(), list.kind(), live.number(), newest, List.copyOf(items));
    }

    private static ListRevision live(CuratedList list) {
        return Objects.requireNonNull(list.live(), "only lists with a live revision are read");
    }
}
