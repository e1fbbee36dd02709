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

import io.quarkus.hibernate.orm.panache.Panache;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.article.Article;
import press.gazette.article.Visibility;
import press.gazette.article.listing.ArticleSelection;
import press.gazette.article.listing.SelectedArticles;
import press.gazette.article.reading.ArticleAddress;
import press.gazette.article.reading.ArticleItem;
import press.gazette.article.reading.ItemRow;
import press.gazette.article.reading.Showing;
import press.gazette.delivery.Listing;
import press.gazette.media.Rights;
import press.gazette.paging.Limit;
import press.gazette.tag.TagState;

/** What to read after one article, in a constant number of statements. */
record RelatedArticles(Ref ref, Limit limit, Showing showing) {

    /** Tags beyond these say little about what an article is about; the order is the editor's. */
    private static final int MOST_TAGS = 12;

    /** Reads the parameters; refuses before anything is asked of the database. */
    static RelatedArticles parse(
            String ref, @Nullable String limit, @Nullable String fields, @Nullable String include) {
        return new RelatedArticles(
                Ref.parse(ref, "article"), Limit.parse(limit), Showing.ofItems(fields, include, null));
    }

    /** Hand-picked ones first, then the closest by tags; never the article itself, never one twice. */
    Listing<ArticleItem> read(Instant now) {
        UUID origin = ArticleAddress.read(ref, ArticleAddress.OF_THE_API, "/related", Showing.CARD, now)
                .item()
                .card()
                .id();
        List<ItemRow> rows = new ArrayList<>(picked(origin, now));
        if (rows.size() < limit.value()) {
            Set<UUID> present =
                    rows.stream().map(row -> row.card().id()).collect(Collectors.toCollection(HashSet::new));
            present.add(origin);
            List<UUID> closest = Affinity.closest(SelectedArticles.found(sample(origin), now)).stream()
                    .filter(id -> !present.contains(id))
                    .limit(limit.value() - rows.size())
                    .toList();
            Map<UUID, ItemRow> found = ItemRow.visible(closest, showing, now);
            closest.stream().map(found::get).filter(Objects::nonNull).forEach(rows::add);
        }
        return Listing.whole(ArticleItem.of(rows, showing, now));
    }

    private List<ItemRow> picked(UUID origin, Instant now) {
        return Panache.getSession(Article.class)
                .createSelectionQuery(
                        """
                        select %s from Article origin join origin.related a left join a.image %s
                        where origin.id = :origin and %s
                        order by index(a)""".formatted(ItemRow.columns(showing), Rights.VALID, Visibility.PUBLIC), ItemRow.class)
                .setParameter("origin", origin)
                .setParameter("now", now)
                .setMaxResults(limit.value())
                .getResultList();
    }

    /** Of the visible tags that say what the article is about; who wrote it and how says nothing of that. */
    private static List<SelectedArticles.Wanted> sample(UUID origin) {
        return Panache.getSession(Article.class)
                .createSelectionQuery("""
                        select t.id from Tagging g join g.tag t
                        where g.article.id = :origin and t.state %s and t.type not in (CONTRIBUTOR, TONE)
                        order by g.position""".formatted(TagState.VISIBLE), UUID.class)
                .setParameter("origin", origin)
                .setMaxResults(MOST_TAGS)
                .getResultStream()
                .map(tag -> new SelectedArticles.Wanted(ArticleSelection.ofTag(tag), Affinity.SAMPLE))
                .toList();
    }
}
