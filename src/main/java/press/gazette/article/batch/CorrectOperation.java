package press.gazette.article.batch;

import static press.gazette.desk.WriteParameters.matching;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.article.Article;
import press.gazette.article.ArticleRef;
import press.gazette.article.desk.CorrectionDraft;
import press.gazette.desk.Desk;
import press.gazette.desk.DeskWrite;
import press.gazette.desk.LossReport;

/** Adds a note to readers. */
@Schema(description = "Corrects an article. Needs the scope desk:publish.")
public record CorrectOperation(
        @Schema(description = "Its id or slug.", example = "gas-contract-averil")
        String ref,

        @Schema(description = "The ETag of what you have read, or *.", example = "\"3\"")
        String ifMatch,

        @Schema(description = "The correction.") CorrectionDraft correction)
        implements Operation {

    @Override
    public boolean publishes() {
        return true;
    }

    @Override
    public String content() {
        return "correction";
    }

    @Override
    public DeskWrite<Article> on(Desk desk, LossReport losses) {
        return desk.on(new ArticleRef(ref))
                .add(matching(ifMatch), (story, edit) -> correction.correct(story, losses, edit));
    }
}
