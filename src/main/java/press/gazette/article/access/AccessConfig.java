package press.gazette.article.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the access to articles. */
@ConfigMapping(prefix = "gazette")
interface AccessConfig {

    /** The blocks that everybody reads of an article that is not free, where its editor sets no number. */
    @WithDefault("3")
    int accessPreview();
}
