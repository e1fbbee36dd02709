package press.gazette.article.desk;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.article.Article;
import press.gazette.article.draft.ArticleDraft;
import press.gazette.article.draft.Revision;
import press.gazette.problem.Problem;

/** The revision to restore. */
@Schema(description = "The revision to restore.")
public record RestorationDraft(
        @Schema(description = "The number of a revision of the article.", example = "1")
        int revision) {

    /** The content of the revision, with a note that names it. */
    ArticleDraft of(Article article) {
        return Revision.numbered(article.id(), revision)
                .orElseThrow(() -> Problem.invalidContent("/revision", "The article has no such revision."))
                .content()
                .because("Back to revision " + revision);
    }
}
