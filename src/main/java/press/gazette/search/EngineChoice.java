package press.gazette.search;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import press.gazette.search.engine.Engine;
import press.gazette.search.engine.SearchConfig;
import press.gazette.search.index.LuceneIndex;
import press.gazette.search.opensearch.OpenSearchIndex;
import press.gazette.search.query.SearchIndex;

/** Gives searches the index of the engine that the settings name. */
final class EngineChoice {

    private EngineChoice() {}

    @Produces
    @Singleton
    static SearchIndex index(SearchConfig config, Instance<LuceneIndex> own, Instance<OpenSearchIndex> shared) {
        return config.search() == Engine.OPENSEARCH ? shared.get() : own.get();
    }
}
