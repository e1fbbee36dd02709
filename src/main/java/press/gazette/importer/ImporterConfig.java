package press.gazette.importer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Initial content of an empty database. A database with any content is left alone. */
@ConfigMapping(prefix = "gazette")
interface ImporterConfig {

    /**
     * True to load the sample newsroom: some fifty articles, their tags, pictures, lists and pages, dated relative to
     * the load.
     */
    @WithDefault("false")
    boolean sampleNewsroom();

    /** The number of generated articles for benchmarks; 0 for none. */
    @WithDefault("0")
    int generatedArticles();
}
