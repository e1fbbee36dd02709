package press.gazette.article.publication;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The time from which on an article is hidden from readers. */
@Schema(description = "The expiry of an article, from which on it is hidden from readers.")
public record ExpiryDraft(
        @Schema(description = "RFC 3339, years 1600 to 9998.", example = "2100-01-01T06:00:00Z")
        Instant at) {}
