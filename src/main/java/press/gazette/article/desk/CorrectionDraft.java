package press.gazette.article.desk;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Article;
import press.gazette.article.Correction;
import press.gazette.article.Status;
import press.gazette.article.draft.ArticleDraft;
import press.gazette.change.Edit;
import press.gazette.desk.LossReport;
import press.gazette.json.MergePatch;
import press.gazette.problem.Faults;
import press.gazette.problem.Problem;

/** A note to readers, with an edit that goes live with it. */
@Schema(description = "A note to readers about an error or news.")
public record CorrectionDraft(
        @Schema(description = "The heading.", example = "correction")
        Correction.Kind kind,

        @Schema(
                description = "Plain text, at most 4,000 characters.",
                maxLength = CorrectionDraft.LONGEST_TEXT,
                example = "An earlier version misstated the year.")
        String text,

        @Schema(
                description =
                        "An edit of the article that goes live with the correction. Absent: the note alone is added.")
        @Nullable
        MergePatch<ArticleDraft> edit) {

    static final int LONGEST_TEXT = 4_000;

    public CorrectionDraft {
        Faults faults = new Faults();
        text = faults.name("/text", text, LONGEST_TEXT);
        faults.refuse();
    }

    /** Corrects the article, and publishes the edit that comes with the correction. */
    public void correct(Article article, LossReport losses, Edit by) {
        article.catchUp(by);
        if (edit != null) {
            amend(article, edit, losses, by);
        }
        article.correct(kind, text, by);
    }

    private static void amend(Article article, MergePatch<ArticleDraft> edit, LossReport losses, Edit by) {
        if (article.life().status() != Status.PUBLISHED) {
            throw Problem.conflict("Readers do not see the article: edit its draft, and publish that.");
        }
        if (article.revisions().areAhead()) {
            throw Problem.conflict("The working draft has changes that readers have not seen, and that an edit would "
                    + "publish with it. Publish them or restore what is live first, or send the correction alone.");
        }
        try {
            article.save(article.workingDraft().changedBy(edit), losses, by);
        } catch (Problem fault) {
            throw fault.within("/edit");
        }
        article.goLive();
    }
}
