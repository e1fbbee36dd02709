package press.gazette.article.preview;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A preview link. */
@Schema(description = "A preview link to an article that readers cannot see yet.")
public record PreviewView(
        @Schema(description = "The id of the link at the desk. It does not open the article.")
        UUID id,

        @Schema(description = "The id of the article, whose working draft the link shows.")
        UUID article,

        @Schema(description = "The token that opens the article. Anyone who has it can read the working draft.")
        String token,

        @Schema(description = "The URL of the preview as JSON, in the form that readers will get.")
        String url,

        @Schema(description = "The URL of the preview as a page of the reader site. Absent: that site is off.")
        @Nullable
        String page,

        @Schema(description = "The expiry of the link.") Instant expiresAt,

        @Schema(description = "The recipient or purpose. Absent: no note.") @Nullable
        String note,

        @Schema(description = "The time of its creation.") Instant createdAt,
        @Schema(description = "The editor who created it.") String createdBy) {}
