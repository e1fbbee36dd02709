package press.gazette.article.desk;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an article is published. */
@Schema(description = "How an article is published.")
public record PublicationDraft(
        @Schema(description = "The date to show to readers, now or earlier. Absent: the one it has, else now.")
        @Nullable
        Instant publishedAt,

        @Schema(
                description =
                        "Whether readers should hear of an edit of a published article; updatedAt moves then. Absent: no.")
        @Nullable
        Boolean significant) {}
