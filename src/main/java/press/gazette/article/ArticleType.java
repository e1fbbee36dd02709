package press.gazette.article;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

import com.fasterxml.jackson.annotation.JsonValue;

/** The journalistic form of an article. Clients must expect further ones. */
public enum ArticleType {
    NEWS,
    ANALYSIS,
    OPINION,
    FEATURE,
    INTERVIEW,
    REVIEW,
    LIVEBLOG;

    @JsonValue
    @EnumeratedValue
    public final String word = name().toLowerCase(Locale.ROOT);
}
