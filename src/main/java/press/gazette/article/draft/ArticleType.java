package press.gazette.article.draft;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

import com.fasterxml.jackson.annotation.JsonValue;

/** The journalistic form of an article. Clients must expect further types. */
public enum ArticleType {
    NEWS,
    ANALYSIS,
    OPINION,
    FEATURE,
    INTERVIEW,
    REVIEW,
    LIVEBLOG,

    /** A page of the site, such as the imprint: it stands in no listing, feed or list of articles. */
    PAGE;

    @JsonValue
    @EnumeratedValue
    public final String word = name().toLowerCase(Locale.ROOT);

    /** True if such articles stand in listings, feeds and lists. */
    public boolean isListed() {
        return this != PAGE;
    }
}
