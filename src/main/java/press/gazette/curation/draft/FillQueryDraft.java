package press.gazette.curation.draft;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.draft.ArticleType;
import press.gazette.article.listing.Order;
import press.gazette.article.listing.TagExpression;
import press.gazette.problem.Faults;
import press.gazette.problem.Language;
import press.gazette.problem.Problem;

/** The public articles that fill a list. An absent member does not narrow them; an empty query is all articles, newest first. */
@Schema(
        name = "FillQuery",
        description = "The public articles that fill a list. An absent member does not narrow them.")
public record FillQueryDraft(
        @Schema(
                description =
                        "An expression of tags: slugs with , for and, | for or, - for not, and parentheses; at most 20. As "
                                + "in the parameter tags of /v1/articles.",
                example = "putin,-opinion")
        @Nullable
        String tags,

        @Schema(description = "The slug or id of a section of the articles.", example = "world") @Nullable
        String section,

        @Schema(description = "The journalistic form of the articles.", example = "news") @Nullable
        ArticleType type,

        @Schema(description = "The language of the articles, BCP 47, exactly as in the articles.", example = "en")
        @Nullable
        String language,

        @Schema(
                description =
                        "The greatest age since publication: ISO 8601, in days or smaller units, from a minute to ten "
                                + "years. Ages are counted in whole minutes.",
                example = "PT48H")
        @Nullable
        String maxAge,

        @Schema(
                description = "The order of the articles: newest, oldest or updated first. Absent: newest.",
                example = "newest")
        @Nullable
        Order order) {

    private static final Duration LONGEST = Duration.ofDays(3_660);

    public FillQueryDraft {
        Faults faults = new Faults();
        if (tags != null) {
            try {
                TagExpression.parse(tags);
            } catch (Problem problem) {
                faults.add("/tags", problem.detail());
            }
        }
        faults.check(
                type == null || type.isListed(),
                "/type",
                "Articles of the type page stand in no list: name another type.");
        faults.check(language == null || Language.isValid(language), "/language", Language.EXPECTED);
        faults.check(
                maxAge == null || duration(maxAge).isPresent(),
                "/maxAge",
                "An age is a duration in ISO 8601, such as PT48H or P7D, from a minute to ten years.");
        faults.refuse();
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
