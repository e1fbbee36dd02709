package press.gazette.article.desk;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Article;
import press.gazette.article.Status;
import press.gazette.article.draft.Revision;
import press.gazette.desk.Outcome;
import press.gazette.problem.Problem;

/** How an article is published. */
@Schema(description = "How an article is published.")
public record PublicationDraft(
        @Schema(
                description =
                        "The date to show to readers, now or earlier, from 1600 on. Absent: the one it has, else the "
                                + "moment at which they begin to see it.")
        @Nullable
        Instant publishedAt,

        @Schema(
                description =
                        "Whether readers should hear of an edit of a published article; updatedAt moves then. Absent: no.")
        @Nullable
        Boolean significant) {

    /** Puts the working draft before readers; of a published article as one new version. */
    public Outcome publish(Article article, Instant now) {
        if (publishedAt != null && publishedAt.isAfter(now)) {
            throw Problem.invalidContent(
                    "/publishedAt", "The date is now or earlier; to publish later, use the schedule.");
        }
        boolean again = article.life().status() == Status.PUBLISHED;
        Revision.goLive(article);
        if (again) {
            article.republish(publishedAt, Boolean.TRUE.equals(significant), now);
        } else {
            article.publish(publishedAt, now);
        }
        return Outcome.of(again);
    }
}
