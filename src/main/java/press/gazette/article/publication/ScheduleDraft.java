package press.gazette.article.publication;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.problem.Problem;

/** The time of a scheduled publication. */
@Schema(description = "The time of a scheduled publication.")
public record ScheduleDraft(
        @Schema(
                description = "A time in the future, at the latest in 9998; RFC 3339.",
                example = "2100-01-01T06:00:00Z")
        Instant at) {

    /**
     * The time of the publication.
     *
     * @throws Problem {@code invalid-content} if it is not later than now
     */
    public Instant due(Instant now) {
        if (!at.isAfter(now)) {
            throw Problem.invalidContent("/at", "The time is in the future; to publish now, use the publication.");
        }
        return at;
    }
}
