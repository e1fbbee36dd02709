package press.gazette.article.desk;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When an article is published by itself. */
@Schema(description = "When an article is published by itself.")
public record ScheduleDraft(
        @Schema(description = "In the future, RFC 3339.", example = "2100-01-01T06:00:00Z")
        Instant at) {}
