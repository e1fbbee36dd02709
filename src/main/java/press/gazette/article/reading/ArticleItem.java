package press.gazette.article.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.hibernate.orm.panache.Panache;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Article;
import press.gazette.article.Visibility;
import press.gazette.media.Rights;

/** An article in a listing: its card, and what else was asked for. */
@Schema(description = "An article in a listing: its card, and what else was asked for.")
public record ArticleItem(
        @JsonUnwrapped ArticleCard card,

        @Schema(description = "Absent unless asked for by the parameter body.") @Nullable
        BodyView body,

        @Schema(description = "Hand-picked articles, best first. Absent unless include=related.") @Nullable
        List<ArticleCard> related) {

    /** A related article, and to which it is related. */
    private record RelatedRow(UUID origin, CardRow card) {}

    /**
     * All these articles in their order: one statement for the tags of all where tags are shown, one for their parents and
     * one for the related articles of all where those are asked for.
     */
    public static List<ArticleItem> of(List<ItemRow> rows, Showing showing, Instant now) {
        Map<UUID, List<CardRow>> related = showing.showsRelated() ? related(rows, now) : Map.of();
        List<CardRow> all = new ArrayList<>(rows.stream().map(ItemRow::card).toList());
        related.values().forEach(all::addAll);
        Map<UUID, ArticleCard> cards = ArticleCard.byId(all, showing);
        return rows.stream()
                .map(row -> new ArticleItem(
                        ArticleCard.in(cards, row.card()),
                        BodyView.of(row.body(), showing.body()),
                        showing.showsRelated()
                                ? related.getOrDefault(row.card().id(), List.of()).stream()
                                        .map(card -> ArticleCard.in(cards, card))
                                        .toList()
                                : null))
                .toList();
    }

    private static Map<UUID, List<CardRow>> related(List<ItemRow> rows, Instant now) {
        List<UUID> origins = rows.stream().map(row -> row.card().id()).toList();
        if (origins.isEmpty()) {
            return Map.of();
        }
        return Panache.getSession(Article.class)
                .createSelectionQuery("""
                        select origin.id, %s from Article origin join origin.related a left join a.image %s
                        where origin.id in :origins and %s
                        order by origin.id, index(a)""".formatted(CardRow.VALUE, Rights.VALID, Visibility.PUBLIC), RelatedRow.class)
                .setParameter("origins", origins)
                .setParameter("now", now)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        RelatedRow::origin, Collectors.mapping(RelatedRow::card, Collectors.toList())));
    }
}
