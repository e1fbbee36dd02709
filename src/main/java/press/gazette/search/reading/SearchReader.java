package press.gazette.search.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.article.reading.ArticleCard;
import press.gazette.article.reading.ArticleItem;
import press.gazette.article.reading.ItemRow;
import press.gazette.change.LedgerMark;
import press.gazette.change.Subject;
import press.gazette.delivery.Dated;
import press.gazette.response.Links;
import press.gazette.search.query.ArticleWords;
import press.gazette.search.query.Facet;
import press.gazette.search.query.Highlight;
import press.gazette.search.query.Highlighter;
import press.gazette.search.query.Proposal;
import press.gazette.search.query.SearchIndex;
import press.gazette.tag.TagLabel;
import press.gazette.tag.TagLookup;
import press.gazette.tag.Vocabulary;

/** Reads the results of searches: hits from the index, rows from the database, names of tags from memory. */
@Singleton
final class SearchReader {

    /** Every article may be found, with any name of a tag in it. */
    static final List<Subject> GROUPS = List.of(Subject.ARTICLES, Subject.LABELS, Subject.TAGS);

    private final SearchIndex index;
    private final Highlighter highlighter;
    private final Links links;

    SearchReader(SearchIndex index, Highlighter highlighter, Links links) {
        this.index = index;
        this.highlighter = highlighter;
        this.links = links;
    }

    /** Reads one page: one statement for tags in the filter, one for the rows, and those of {@link ArticleItem#of}. */
    Dated<SearchResults> read(SearchQuery query, Instant now) {
        Map<Ref, TagLookup.Found> tags =
                query.filter().tagLookup().map(TagLookup::tags).orElse(Map.of());
        FoundPage page = FoundPage.read(query, query.first(tags, now), index, now);
        Proposal proposal = page.proposal();
        SearchResults results = new SearchResults(
                articles(query, page.rows(), now),
                page.next() == null ? null : links.to(query.address().page(query.limit(), page.next())),
                proposal.total(),
                query.facets().isEmpty() ? null : facets(proposal.facets(), page.rows()),
                query.after() == null ? proposal.didYouMean() : null,
                proposal.relaxed() ? true : null);
        return new Dated<>(results, proposal.position(), GROUPS);
    }

    private List<FoundArticle> articles(SearchQuery query, List<ItemRow> rows, Instant now) {
        List<ArticleItem> items =
                ArticleItem.of(rows.stream().map(ItemRow::withoutBody).toList(), query.detail(), now);
        List<FoundArticle> articles = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            articles.add(
                    FoundArticle.of(items.get(i), highlights(query, items.get(i).card(), rows.get(i))));
        }
        return List.copyOf(articles);
    }

    private @Nullable List<Highlight> highlights(SearchQuery query, ArticleCard card, ItemRow row) {
        return query.highlighted()
                ? highlighter.highlights(
                        query.question(),
                        new ArticleWords(card.language(), card.title(), card.standfirst(), card.byline(), row.text()))
                : null;
    }

    /** The rows tell how new the names of tags must be. */
    private static FacetsView facets(Map<Facet, List<Facet.Count>> counted, List<ItemRow> rows) {
        List<UUID> tags = FacetsView.tags(counted);
        if (tags.isEmpty()) {
            return FacetsView.of(counted, Map.of());
        }
        long known = rows.stream()
                .mapToLong(row -> row.card().mark().tags())
                .max()
                .orElseGet(() -> LedgerMark.now().tags());
        Map<UUID, TagLabel> labels = Vocabulary.get().labels(tags, known);
        return FacetsView.of(counted, labels);
    }
}
