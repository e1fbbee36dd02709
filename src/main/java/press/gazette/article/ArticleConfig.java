package press.gazette.article;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How punctual articles are. */
@ConfigMapping(prefix = "gazette")
interface ArticleConfig {

    /** How often each node looks for articles that are due; the most by which they are late. */
    @WithDefault("0.5S")
    Duration scheduleCheck();
}
