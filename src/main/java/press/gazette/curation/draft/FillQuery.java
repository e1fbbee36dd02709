package press.gazette.curation.draft;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.ArticleType;
import press.gazette.article.Language;
import press.gazette.article.listing.Order;
import press.gazette.article.listing.TagExpression;
import press.gazette.problem.Faults;
import press.gazette.problem.Problem;

/** Which public articles fill a list. What is absent does not narrow it; an empty one is all articles, newest first. */
@Schema(description = "Which public articles fill a list. What is absent does not narrow it.")
public record FillQuery(
        @Schema(
                description =
                        "How their tags must fit: slugs with , for and, | for or, - for not, and parentheses; at most "
                                + "20. As in the parameter tags of /v1/articles.",
                example = "putin,-opinion")
        @Nullable
        String tags,

        @Schema(description = "The slug or id of one of their sections.", example = "world") @Nullable
        String section,

        @Schema(description = "Of this journalistic form.", example = "news") @Nullable
        ArticleType type,

        @Schema(description = "In this language, BCP 47, exactly as the articles have it.", example = "en") @Nullable
        String language,

        @Schema(
                description =
                        "How long ago they were published at most: ISO 8601, in days or smaller, from a minute to ten "
                                + "years. Ages are told in whole minutes.",
                example = "PT48H")
        @Nullable
        String maxAge,

        @Schema(description = "Which come first: newest, oldest or updated. Absent: newest.", example = "newest")
        @Nullable
        Order order) {

    private static final Duration LONGEST = Duration.ofDays(3_660);

    public FillQuery {
        Faults faults = new Faults();
        if (tags != null) {
            try {
                TagExpression.parse(tags);
            } catch (Problem problem) {
                faults.add("/tags", problem.detail());
            }
        }
        faults.check(language == null || Language.isValid(language), "/language", Language.EXPECTED);
        faults.check(
                maxAge == null || duration(maxAge).isPresent(),
                "/maxAge",
                "An age is a duration in ISO 8601, such as PT48H or P7D, from a minute to ten years.");
        faults.refuse();
    }

    /** The order in which candidates come. */
    public Order ordered() {
        return order == null ? Order.NEWEST : order;
    }

    /** The greatest age; empty: any. */
    public Optional<Duration> age() {
        return Optional.ofNullable(maxAge).flatMap(FillQuery::duration);
    }

    /** The same with other names of its tags. */
    public FillQuery naming(@Nullable String otherTags, @Nullable String otherSection) {
        return new FillQuery(otherTags, otherSection, type, language, maxAge, order);
    }

    private static Optional<Duration> duration(String text) {
        try {
            Duration duration = Duration.parse(text);
            return duration.compareTo(Duration.ofMinutes(1)) < 0 || duration.compareTo(LONGEST) > 0
                    ? Optional.empty()
                    : Optional.of(duration);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
