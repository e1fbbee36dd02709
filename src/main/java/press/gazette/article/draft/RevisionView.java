package press.gazette.article.draft;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A revision with its content. */
@Schema(description = "A revision with its content.")
public record RevisionView(
        @JsonUnwrapped RevisionCard card,

        @Schema(description = "The content of the article at this save.")
        ArticleDraft content) {

    public static RevisionView of(Revision revision) {
        return new RevisionView(RevisionCard.of(revision), revision.content());
    }
}
