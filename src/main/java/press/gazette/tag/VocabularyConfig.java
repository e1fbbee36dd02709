package press.gazette.tag;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The bound on the tags in memory. */
@ConfigMapping(prefix = "gazette")
interface VocabularyConfig {

    /** How many tags are in memory at most, some 500 bytes each; where there are more, each response asks the database. */
    @WithDefault("100000")
    int vocabularySize();
}
