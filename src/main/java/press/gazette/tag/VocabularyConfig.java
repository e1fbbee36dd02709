package press.gazette.tag;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The bound on the tags in memory. */
@ConfigMapping(prefix = "gazette")
interface VocabularyConfig {

    /** The most tags in memory, about 500 bytes each. With more tags, each response reads them from the database. */
    @WithDefault("100000")
    int vocabularySize();
}
