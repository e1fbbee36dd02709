package press.gazette.article.batch;

import static press.gazette.desk.WriteParameters.matching;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.article.Article;
import press.gazette.article.ArticleRef;
import press.gazette.article.draft.ArticleDraft;
import press.gazette.desk.Desk;
import press.gazette.desk.DeskWrite;
import press.gazette.desk.LossReport;
import press.gazette.json.MergePatch;

/** Changes the working draft. */
@Schema(description = "Edits an article.")
public record EditOperation(
        @Schema(description = "Its id or slug.", example = "gas-contract-averil")
        String ref,

        @Schema(description = "The ETag of what you have read, or *.", example = "\"3\"")
        String ifMatch,

        @Schema(description = "The change.") MergePatch<ArticleDraft> patch)
        implements Operation {

    @Override
    public boolean publishes() {
        return false;
    }

    @Override
    public String content() {
        return "patch";
    }

    @Override
    public DeskWrite<Article> on(Desk desk, LossReport losses) {
        return desk.on(new ArticleRef(ref))
                .write(
                        matching(ifMatch),
                        (story, edit) -> story.save(story.workingDraft().changedBy(patch), losses, edit));
    }
}
