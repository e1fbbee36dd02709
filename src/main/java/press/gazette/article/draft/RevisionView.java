package press.gazette.article.draft;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A revision with what was saved. */
@Schema(description = "A revision with what was saved.")
public record RevisionView(
        @JsonUnwrapped RevisionCard card,

        @Schema(description = "The article as it was saved.")
        ArticleDraft content) {

    public static RevisionView of(Revision revision) {
        return new RevisionView(RevisionCard.of(revision), revision.content());
    }
}
