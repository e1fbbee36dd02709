package press.gazette.article.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.PublicArticles;
import press.gazette.database.Sql;
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
     * All these articles in their order: one statement for the related articles of all where those are asked for.
     */
    public static List<ArticleItem> of(List<ItemRow> rows, Showing showing, Instant now) {
        Map<UUID, List<CardRow>> related = showing.showsRelated() ? related(rows, showing, now) : Map.of();
        List<CardRow> all = new ArrayList<>(rows.stream().map(ItemRow::card).toList());
        related.values().forEach(all::addAll);
        Map<UUID, ArticleCard> cards = ArticleCard.byId(all, showing);
        return rows.stream()
                .map(row -> new ArticleItem(
                        ArticleCard.in(cards, row.card()),
                        row.body() == null ? null : row.body().view(showing.body()),
                        showing.showsRelated()
                                ? related.getOrDefault(row.card().id(), List.of()).stream()
                                        .map(card -> ArticleCard.in(cards, card))
                                        .toList()
                                : null))
                .toList();
    }

    private static Map<UUID, List<CardRow>> related(List<ItemRow> rows, Showing showing, Instant now) {
        List<UUID> origins = rows.stream().map(row -> row.card().id()).toList();
        if (origins.isEmpty()) {
            return Map.of();
        }
        Sql picked = Sql.of("article_related r join article a on a.id = r.related_id")
                .plus(Rights.join(now));
        return PublicArticles.select("r.article_id, " + CardRow.columns(showing), picked, now)
                .plus(" and r.article_id in ")
                .plus(Sql.list(origins))
                .plus(" order by r.article_id, r.position")
                .rows(row -> new RelatedRow(row.uuid(), CardRow.of(row)))
                .stream()
                .collect(Collectors.groupingBy(
                        RelatedRow::origin, Collectors.mapping(RelatedRow::card, Collectors.toList())));
    }
}
