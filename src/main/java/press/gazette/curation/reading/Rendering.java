package press.gazette.curation.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import press.gazette.article.reading.ArticleCard;
import press.gazette.article.reading.ItemRow;
import press.gazette.article.reading.Showing;
import press.gazette.curation.draft.EntryDraft;
import press.gazette.curation.draft.ExternalLink;
import press.gazette.curation.draft.ListEntry;
import press.gazette.curation.draft.Overrides;
import press.gazette.curation.draft.Supporting;
import press.gazette.curation.resolution.Slot;
import press.gazette.media.Media;
import press.gazette.media.Picture;
import press.gazette.media.Rights;

/**
 * Shows resolved lists: one statement for the articles of all, one for their tags, one for pictures of the lists' own if
 * there are any.
 */
public final class Rendering {

    private final Map<UUID, ItemRow> rows;
    private final Map<UUID, ArticleCard> cards;
    private final Map<UUID, Picture> pictures;

    private Rendering(Map<UUID, ItemRow> rows, Map<UUID, ArticleCard> cards, Map<UUID, Picture> pictures) {
        this.rows = rows;
        this.cards = cards;
        this.pictures = pictures;
    }

    /** The views of all these lists, in their order. */
    public static List<ListView> of(List<ListReading.Read> lists, Instant at) {
        Rendering rendering = of(
                lists.stream().flatMap(list -> list.resolved().slots().stream()).toList(), at);
        return lists.stream().map(rendering::view).toList();
    }

    private static Rendering of(Collection<Slot> slots, Instant at) {
        Set<UUID> shown =
                slots.stream().map(Slot::article).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<UUID> articles = new HashSet<>(shown);
        slots.stream()
                .flatMap(slot -> supporting(slot).stream())
                .flatMap(link -> link.articleId().stream())
                .forEach(articles::add);
        Map<UUID, ItemRow> rows = ItemRow.visible(articles, Showing.CARD, at);
        Map<UUID, ArticleCard> cards =
                ArticleCard.of(rows.values().stream()
                                .map(ItemRow::card)
                                .filter(row -> shown.contains(row.id()))
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(ArticleCard::id, Function.identity()));
        return new Rendering(rows, cards, pictures(slots, at));
    }

    private static List<Supporting> supporting(Slot slot) {
        ListEntry entry = slot.entry();
        return entry == null ? List.of() : entry.placed().supporting();
    }

    private static Map<UUID, Picture> pictures(Collection<Slot> slots, Instant at) {
        Set<UUID> ids = slots.stream().flatMap(Slot::pictures).collect(Collectors.toSet());
        Map<UUID, Picture> pictures = new HashMap<>();
        if (!ids.isEmpty()) {
            Media.<Media>list("id in ?1", ids)
                    .forEach(media -> Optional.ofNullable(Rights.shown(media, at))
                            .ifPresent(picture -> pictures.put(media.id(), picture)));
        }
        return pictures;
    }

    private ListView view(ListReading.Read list) {
        List<ListItem> items = new ArrayList<>();
        Instant newest = list.edition().since();
        for (Slot slot : list.resolved().slots()) {
            ArticleCard card = slot.article() == null ? null : cards.get(slot.article());
            // Gone since it was found; what comes in its place is in the next answer.
            if (slot.article() == null || card != null) {
                items.add(item(items.size() + 1, slot, card));
                newest = latest(newest, latest(card == null ? newest : card.modifiedAt(), started(slot)));
            }
        }
        return new ListView(
                list.edition().key(),
                list.edition().content().settings().title(),
                list.edition().content().settings().kind(),
                list.edition().number(),
                newest,
                list.edition().content().settings().groups(),
                List.copyOf(items));
    }

    private static Instant started(Slot slot) {
        ListEntry entry = slot.entry();
        Instant start = entry == null ? null : entry.placed().startsAt();
        return start == null ? Instant.MIN : start;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private ListItem item(int position, Slot slot, @Nullable ArticleCard card) {
        ListEntry entry = slot.entry();
        if (entry == null) {
            return new ListItem(position, slot.origin(), slot.group(), card, null, List.of(), List.of());
        }
        EntryDraft placed = entry.placed();
        Overrides overrides = Objects.requireNonNullElse(placed.overrides(), Overrides.NONE);
        Picture image = overrides.image() == null ? null : pictures.get(overrides.image());
        ExternalLink link = placed.target().link();
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
