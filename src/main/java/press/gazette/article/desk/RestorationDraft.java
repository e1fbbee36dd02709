package press.gazette.article.desk;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.article.Article;
import press.gazette.article.draft.ArticleDraft;
import press.gazette.article.draft.Revision;
import press.gazette.problem.Problem;

/** Which revision an article goes back to. */
@Schema(description = "Which revision an article goes back to.")
public record RestorationDraft(
        @Schema(description = "The number of a revision of the article.", example = "1")
        int revision) {

    /** What the article goes back to, and why. */
    ArticleDraft of(Article article) {
        return Revision.numbered(article.id(), revision)
                .orElseThrow(() -> Problem.invalidContent("/revision", "The article has no such revision."))
                .content()
                .because("Back to revision " + revision);
    }
}
