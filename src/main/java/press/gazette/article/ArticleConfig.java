package press.gazette.article;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How punctual articles are. */
@ConfigMapping(prefix = "gazette")
interface ArticleConfig {

    /**
     * Where the newsroom's site shows an article: a URL with {@code {slug}} or {@code {id}} in it, and {@code {year}},
     * {@code {month}} and {@code {day}} of its first publication if wanted. Absent: the article's page in the reader site.
     */
    Optional<String> articleUrl();

    /** How often each node looks for articles that are due; the most by which they are late. */
    @WithDefault("0.5S")
    Duration scheduleCheck();
}
