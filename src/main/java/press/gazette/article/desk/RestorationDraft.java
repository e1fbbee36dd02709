package press.gazette.article.desk;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which revision an article goes back to. */
@Schema(description = "Which revision an article goes back to.")
public record RestorationDraft(
        @Schema(description = "The number of a revision of the article.", example = "1")
        int revision) {}
