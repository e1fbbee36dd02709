package press.gazette.article.related;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.article.PublicArticles;
import press.gazette.article.listing.ArticleSelection;
import press.gazette.article.listing.SelectedArticles;
import press.gazette.article.reading.ArticleAddress;
import press.gazette.article.reading.ArticleItem;
import press.gazette.article.reading.CardRow;
import press.gazette.article.reading.Detail;
import press.gazette.article.reading.ItemRow;
import press.gazette.change.Subject;
import press.gazette.database.Sql;
import press.gazette.delivery.Dated;
import press.gazette.media.Rights;
import press.gazette.paging.Limit;
import press.gazette.paging.Listing;
import press.gazette.tag.TagLabel;
import press.gazette.tag.TagType;
import press.gazette.tag.Vocabulary;

/** Articles to read after one article, found with a constant number of statements. */
record RelatedArticles(Ref ref, Limit limit, Detail detail) {

    /** Tags are in editorial order; those beyond the first twelve say little about the subject. */
    private static final int MOST_TAGS = 12;

    /** Reads the parameters and rejects bad ones, without the database. */
    static RelatedArticles parse(
            String ref, @Nullable String limit, @Nullable String fields, @Nullable String include) {
        return new RelatedArticles(
                Ref.parse(ref, "article"), Limit.parse(limit), Detail.ofItems(fields, include, null));
    }

    /** Hand-picked articles first, then the closest by tags; without the article itself and without duplicates. */
    Dated<Listing<ArticleItem>> read(Instant now) {
        CardRow article = ArticleAddress.read(ref, ArticleAddress.OF_THE_API, "/related", Detail.CARD, now)
                .item()
                .card();
        return new Dated<>(read(article, now), article.mark().position(), detail.groups(Subject.ARTICLES));
    }

    private Listing<ArticleItem> read(CardRow article, Instant now) {
        UUID origin = article.id();
        List<ItemRow> rows = new ArrayList<>(picked(origin, now));
        if (rows.size() < limit.value()) {
            Set<UUID> present =
                    rows.stream().map(row -> row.card().id()).collect(Collectors.toCollection(HashSet::new));
            present.add(origin);
            List<UUID> closest = Relatedness.closest(SelectedArticles.found(sample(article), now)).stream()
                    .filter(id -> !present.contains(id))
                    .limit(limit.value() - rows.size())
                    .toList();
            Map<UUID, ItemRow> found = ItemRow.visible(closest, detail, now);
            closest.stream().map(found::get).filter(Objects::nonNull).forEach(rows::add);
        }
        return Listing.whole(ArticleItem.of(rows, detail, now));
    }

    private List<ItemRow> picked(UUID origin, Instant now) {
        Sql picked = Sql.of("article_related r join article a on a.id = r.related_id")
                .plus(Rights.join(now));
        return PublicArticles.select(ItemRow.columns(detail), picked, now)
                .plus(" and r.article_id = ? order by r.position limit " + limit.value(), origin)
                .rows(row -> ItemRow.of(row, detail));
    }

    /** The newest articles of each visible tag for the subject; contributors and tones are not used. */
    private static List<SelectedArticles.Wanted> sample(CardRow article) {
        Map<UUID, TagLabel> labels =
                Vocabulary.get().labels(article.tags(), article.mark().tags());
        return article.tags().stream()
                .map(labels::get)
                .filter(label -> label != null && label.type() != TagType.CONTRIBUTOR && label.type() != TagType.TONE)
                .limit(MOST_TAGS)
                .map(label -> new SelectedArticles.Wanted(ArticleSelection.ofTag(label.id()), Relatedness.SAMPLE))
                .toList();
    }
}
