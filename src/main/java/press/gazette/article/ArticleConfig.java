package press.gazette.article;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** The addresses of articles on the newsroom's own site. */
@ConfigMapping(prefix = "gazette")
interface ArticleConfig {

    /**
     * Where the newsroom's site shows an article: a URL with {@code {slug}} or {@code {id}} in it, and {@code {year}},
     * {@code {month}} and {@code {day}} of its first publication if wanted. Absent: the article's page in the reader site.
     */
    Optional<String> articleUrl();
}
