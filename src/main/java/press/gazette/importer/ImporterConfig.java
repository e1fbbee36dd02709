package press.gazette.importer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an empty database is filled with at the start. A database that holds anything is never touched. */
@ConfigMapping(prefix = "gazette")
interface ImporterConfig {

    /** The sample newsroom: some fifty articles, their tags, pictures, lists and pages, dated back from the load. */
    @WithDefault("false")
    boolean sampleNewsroom();

    /** That many generated articles for benchmarks; 0: none. */
    @WithDefault("0")
    int generatedArticles();
}
