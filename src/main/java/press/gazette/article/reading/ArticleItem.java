package press.gazette.article.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Correction;
import press.gazette.article.PublicArticles;
import press.gazette.article.page.LinkedArticles;
import press.gazette.article.seo.SeoView;
import press.gazette.body.Body;
import press.gazette.database.Sql;
import press.gazette.media.Picture;
import press.gazette.media.Rights;

/** An article in a listing: its card, and the parts that body and include ask for. */
@Schema(description = "An article in a listing: its card, and the parts that body and include ask for.")
public record ArticleItem(
        @JsonUnwrapped ArticleCard card,

        @Schema(description = "Absent unless the parameter body asks for it.") @Nullable
        BodyView body,

        @Schema(description = ArticleItem.TRUNCATED) @Nullable
        Boolean truncated,

        @Schema(description = "Hand-picked articles, best first. Absent unless include=related.") @Nullable
        List<ArticleCard> related,

        @Schema(description = "Oldest first. Absent unless include=corrections.") @Nullable
        List<Correction> corrections,

        @Schema(description = "Absent unless include=seo, or: use title, standfirst and lead picture.") @Nullable
        SeoView seo) {

    static final String TRUNCATED =
            "true if the body ends with the preview, since the rest is not for everybody. Absent: the "
                    + "body is whole, or not asked for.";

    /** A related article, with the article that picks it. */
    private record RelatedRow(UUID origin, CardRow card) {}

    /**
     * The articles in their order. Related articles cost one statement for all, and so do pictures for social networks and the
     * links of all bodies.
     */
    public static List<ArticleItem> of(List<ItemRow> rows, Detail detail, Instant now) {
        Map<UUID, List<CardRow>> related = detail.showsRelated() ? related(rows, detail, now) : Map.of();
        List<CardRow> all = new ArrayList<>(rows.stream().map(ItemRow::card).toList());
        related.values().forEach(all::addAll);
        Map<UUID, ArticleCard> cards = ArticleCard.byId(all, detail, now);
        Map<UUID, Picture> pictures = SeoView.pictures(rows.stream().flatMap(row -> Stream.ofNullable(row.seo())), now);
        LinkedArticles links = detail.showsLinks() ? LinkedArticles.of(bodies(rows), now) : LinkedArticles.NONE;
        return rows.stream()
                .map(row -> new ArticleItem(
                        ArticleCard.in(cards, row.card()),
                        row.body() == null ? null : row.body().view(detail.body(), links),
                        (row.body() != null && row.body().isTruncated()) ? true : null,
                        detail.showsRelated()
                                ? related.getOrDefault(row.card().id(), List.of()).stream()
                                        .map(card -> ArticleCard.in(cards, card))
                                        .toList()
                                : null,
                        row.corrections(),
                        SeoView.of(row.seo(), pictures)))
                .toList();
    }

    private static Map<UUID, List<CardRow>> related(List<ItemRow> rows, Detail detail, Instant now) {
        List<UUID> origins = rows.stream().map(row -> row.card().id()).toList();
        if (origins.isEmpty()) {
            return Map.of();
        }
        Sql picked = Sql.of("article_related r join article a on a.id = r.related_id")
                .plus(Rights.join(now));
        return PublicArticles.select("r.article_id, " + CardRow.columns(detail), picked, now)
                .plus(" and r.article_id in ")
                .plus(Sql.list(origins))
                .plus(" order by r.article_id, r.position")
                .rows(row -> new RelatedRow(row.uuid(), CardRow.of(row)))
                .stream()
                .collect(Collectors.groupingBy(
                        RelatedRow::origin, Collectors.mapping(RelatedRow::card, Collectors.toList())));
    }

    /** The bodies that were read as blocks. Stored HTML has no links to fill. */
    private static Stream<Body> bodies(List<ItemRow> rows) {
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(row.body()))
                .flatMap(stored -> Stream.ofNullable(stored.body()));
    }
}
