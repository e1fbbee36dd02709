package press.gazette.article.desk;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.article.Article;
import press.gazette.article.Status;
import press.gazette.article.draft.Revision;
import press.gazette.desk.Outcome;
import press.gazette.problem.Problem;

/** When an article is published by itself. */
@Schema(description = "When an article is published by itself.")
public record ScheduleDraft(
        @Schema(description = "In the future, at the latest in 9998; RFC 3339.", example = "2100-01-01T06:00:00Z")
        Instant at) {

    /** What is published then is the working draft. */
    public Outcome schedule(Article article, Instant now) {
        if (!at.isAfter(now)) {
            throw Problem.invalidContent("/at", "The time is in the future; to publish now, use the publication.");
        }
        boolean again = article.life().status() == Status.SCHEDULED;
        article.schedule(at, now);
        Revision.goLive(article);
        return Outcome.of(again);
    }
}
