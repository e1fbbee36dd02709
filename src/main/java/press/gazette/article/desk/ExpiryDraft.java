package press.gazette.article.desk;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.article.Article;
import press.gazette.desk.Outcome;

/** When readers see an article no more. */
@Schema(description = "When readers see an article no more.")
public record ExpiryDraft(
        @Schema(description = "RFC 3339, years 1600 to 9998.", example = "2100-01-01T06:00:00Z")
        Instant at) {

    public Outcome expire(Article article, Instant now) {
        boolean again = article.life().expiresAt() != null;
        article.expire(at, now);
        return Outcome.of(again);
    }
}
