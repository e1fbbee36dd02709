package press.gazette.curation.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import press.gazette.article.reading.ArticleCard;
import press.gazette.article.reading.Detail;
import press.gazette.article.reading.ItemRow;
import press.gazette.curation.content.ExternalLink;
import press.gazette.curation.content.Overrides;
import press.gazette.curation.content.Placement;
import press.gazette.curation.content.Supporting;
import press.gazette.curation.resolution.Slot;
import press.gazette.curation.resolver.ListResolver;
import press.gazette.media.Picture;
import press.gazette.media.Rights;

/**
 * Makes the views of resolved lists: one statement for the articles of all, one for their tags, and one for the pictures
 * that editors chose, if there are any.
 */
public final class ListViews {

    private final Map<UUID, ItemRow> rows;
    private final Map<UUID, ArticleCard> cards;
    private final Map<UUID, Picture> pictures;

    private ListViews(Map<UUID, ItemRow> rows, Map<UUID, ArticleCard> cards, Map<UUID, Picture> pictures) {
        this.rows = rows;
        this.cards = cards;
        this.pictures = pictures;
    }

    /** The views of all these lists, in their order. */
    public static List<ListView> of(List<ListResolver.Read> lists, Detail detail, Instant at) {
        ListViews views = of(
                lists.stream().flatMap(list -> list.resolved().slots().stream()).toList(), detail, at);
        return lists.stream().map(views::view).toList();
    }

    private static ListViews of(Collection<Slot> slots, Detail detail, Instant at) {
        Set<UUID> shown =
                slots.stream().map(Slot::article).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<UUID> articles = new HashSet<>(shown);
        slots.stream()
                .flatMap(slot -> supporting(slot).stream())
                .flatMap(link -> link.articleId().stream())
                .forEach(articles::add);
        Map<UUID, ItemRow> rows = ItemRow.visible(articles, detail, at);
        Map<UUID, ArticleCard> cards = ArticleCard.of(
                        rows.values().stream()
                                .map(ItemRow::card)
                                .filter(row -> shown.contains(row.id()))
                                .toList(),
                        at)
                .stream()
                .collect(Collectors.toMap(ArticleCard::id, Function.identity()));
        return new ListViews(rows, cards, pictures(slots, at));
    }

    private static List<Supporting> supporting(Slot slot) {
        return slot instanceof Slot.Placed placed ? placed.entry().placed().supporting() : List.of();
    }

    private static Map<UUID, Picture> pictures(Collection<Slot> slots, Instant at) {
        return Rights.shown(slots.stream().flatMap(Slot::pictures).collect(Collectors.toSet()), at);
    }

    private ListView view(ListResolver.Read list) {
        List<ListItem> items = new ArrayList<>();
        Instant newest = list.revision().since();
        for (Slot slot : list.resolved().slots()) {
            ArticleCard card = slot.article() == null ? null : cards.get(slot.article());
            // An article that was hidden since the resolution; the next response has its replacement.
            if (slot.article() == null || card != null) {
                items.add(item(items.size() + 1, slot, card));
                newest = latest(newest, latest(card == null ? newest : card.modifiedAt(), started(slot)));
            }
        }
        return new ListView(
                list.revision().key(),
                list.revision().content().settings().title(),
                list.revision().content().settings().kind(),
                list.revision().number(),
                newest,
                list.revision().content().settings().groups(),
                List.copyOf(items));
    }

    private static Instant started(Slot slot) {
        Instant start =
                slot instanceof Slot.Placed placed ? placed.entry().placed().startsAt() : null;
        return start == null ? Instant.MIN : start;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private ListItem item(int position, Slot slot, @Nullable ArticleCard card) {
        return slot instanceof Slot.Placed placed
                ? placed(position, placed, card)
                : new ListItem(position, slot.origin(), slot.group(), card, null, List.of(), List.of());
    }

    private ListItem placed(int position, Slot.Placed slot, @Nullable ArticleCard card) {
        Placement placed = slot.entry().placed();
        Overrides overrides = Objects.requireNonNullElse(placed.overrides(), Overrides.NONE);
        Picture image = overrides.image() == null ? null : pictures.get(overrides.image());
        ExternalLink link = placed.target().external().orElse(null);
        return new ListItem(
                position,
                slot.origin(),
                slot.group(),
                card == null ? null : ListItem.overridden(card, overrides, image),
                link == null ? null : LinkView.of(link, link.image() == null ? null : pictures.get(link.image())),
                ListItem.names(overrides, image),
                placed.supporting().stream()
                        .flatMap(each -> SupportingView.of(each, rows).stream())
                        .toList());
    }
}
