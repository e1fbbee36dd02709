package press.gazette.article.page;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** The URLs of articles on the newsroom's own site. */
@ConfigMapping(prefix = "gazette")
interface ArticleConfig {

    /**
     * The URL of an article on the newsroom's site, with {@code {slug}} or {@code {id}} and, optionally, {@code {year}},
     * {@code {month}} and {@code {day}} of its first publication. Absent: the article's page in the reader site.
     */
    Optional<String> articleUrl();
}
