package press.gazette.article.publication;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The conditions on pictures of articles that are published or scheduled. */
@ConfigMapping(prefix = "gazette")
interface PublicationConfig {

    /** True: each picture must have an alternative text. */
    @WithDefault("false")
    boolean requireAlt();

    /** True: each picture must have a credit. */
    @WithDefault("false")
    boolean requireCredit();
}
