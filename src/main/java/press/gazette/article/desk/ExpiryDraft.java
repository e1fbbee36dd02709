package press.gazette.article.desk;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When readers see an article no more. */
@Schema(description = "When readers see an article no more.")
public record ExpiryDraft(
        @Schema(description = "RFC 3339.", example = "2100-01-01T06:00:00Z")
        Instant at) {}
