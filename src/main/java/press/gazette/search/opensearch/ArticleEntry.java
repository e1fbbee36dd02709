package press.gazette.search.opensearch;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import press.gazette.problem.Language;
import press.gazette.search.analysis.WordSplitter;
import press.gazette.search.opensearch.retrieval.ClusterField;
import press.gazette.search.query.Facet;
import press.gazette.search.question.IndexField;
import press.gazette.search.source.IndexedArticle;

/** The document of an article on OpenSearch: its words at their places, values for filters, facets and orders. */
final class ArticleEntry {

    private final IndexedArticle article;
    private final Map<String, Object> document = new LinkedHashMap<>();
    private final List<String> tags = new ArrayList<>();

    private ArticleEntry(IndexedArticle article) {
        this.article = article;
    }

    static Map<String, Object> of(IndexedArticle article) {
        return new ArticleEntry(article).filled();
    }

    private Map<String, Object> filled() {
        addText(IndexField.TITLE, List.of(article.title()));
        addText(IndexField.NAMES, article.names());
        addText(IndexField.STANDFIRST, article.standfirst() == null ? List.of() : List.of(article.standfirst()));
        addText(IndexField.BYLINE, article.writers());
        addText(IndexField.BODY, List.of(article.body()));
        document.put(IndexField.ID, article.id().toString());
        addTags(Facet.TAGS, article.tags());
        addTags(Facet.SECTION, article.sectionIds());
        addTags(Facet.CONTRIBUTOR, article.contributorIds());
        document.put(IndexField.TAG, tags);
        addValue(IndexField.TYPE, Facet.TYPE, article.type().word);
        addValue(IndexField.LANGUAGE, Facet.LANGUAGE, article.language());
        document.put(IndexField.PRIMARY, Language.primary(article.language()));
        document.put(
                ClusterField.of(Facet.YEAR),
                Integer.toString(article.publishedAt().atOffset(ZoneOffset.UTC).getYear()));
        document.put(IndexField.PUBLISHED, IndexField.number(article.publishedAt()));
        document.put(IndexField.RENEWED, IndexField.number(article.renewedAt()));
        if (article.expiresAt() != null) {
            document.put(IndexField.EXPIRES, IndexField.number(article.expiresAt()));
        }
        return document;
    }

    private void addText(IndexField field, Collection<String> texts) {
        document.put(
                ClusterField.of(field.exact),
                texts.stream()
                        .map(text -> ClusterField.text(WordSplitter.of(WordSplitter.exact(article.language()), text)))
                        .toList());
        if (field.hasStems && WordSplitter.haveStems(article.language())) {
            document.put(
                    ClusterField.of(field.stem),
                    texts.stream()
                            .map(text ->
                                    ClusterField.text(WordSplitter.of(WordSplitter.stemmed(article.language()), text)))
                            .toList());
        }
    }

    private void addTags(Facet facet, Set<UUID> ids) {
        List<String> texts = ids.stream().map(UUID::toString).toList();
        tags.addAll(texts);
        document.put(ClusterField.of(facet), texts);
    }

    private void addValue(String field, Facet facet, String value) {
        document.put(field, value);
        document.put(ClusterField.of(facet), value);
    }
}
