package press.gazette.article.preview;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A link to a preview. */
@Schema(description = "A link to an article that readers cannot see yet.")
public record PreviewView(
        @Schema(description = "By which the desk knows the link; it opens nothing.")
        UUID id,

        @Schema(description = "The id of the article that it shows, as the desk last saved it.")
        UUID article,

        @Schema(description = "What opens the article. Whoever has it can read it.")
        String token,

        @Schema(description = "Where the article is with the token: JSON as readers will get it.")
        String url,

        @Schema(description = "Where people see it: a page of the reader site. Absent: that site is off.") @Nullable
        String page,

        @Schema(description = "When the link ends.") Instant expiresAt,

        @Schema(description = "For whom it is. Absent: not said.") @Nullable
        String note,

        @Schema(description = "When it was made.") Instant createdAt,
        @Schema(description = "Who made it.") String createdBy) {}
