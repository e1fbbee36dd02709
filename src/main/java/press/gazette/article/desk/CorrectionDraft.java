package press.gazette.article.desk;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Article;
import press.gazette.article.Correction;
import press.gazette.article.Status;
import press.gazette.article.draft.ArticleDraft;
import press.gazette.article.draft.Revision;
import press.gazette.desk.Outcome;
import press.gazette.json.MergePatch;
import press.gazette.problem.Faults;
import press.gazette.problem.Problem;

/** What was wrong or is new, for readers. */
@Schema(description = "What was wrong or is new, for readers.")
public record CorrectionDraft(
        @Schema(description = "How to head it.", example = "correction")
        Correction.Kind kind,

        @Schema(
                description = "Plain text, at most 4,000 characters.",
                maxLength = CorrectionDraft.LONGEST_TEXT,
                example = "An earlier version misstated the year.")
        String text,

        @Schema(
                description =
                        "A change of the article that goes live with the correction. Absent: nothing else changes.")
        @Nullable
        MergePatch<ArticleDraft> edit) {

    static final int LONGEST_TEXT = 4_000;

    public CorrectionDraft {
        Faults faults = new Faults();
        text = faults.name("/text", text, LONGEST_TEXT);
        faults.refuse();
    }

    /** Corrects the article, with its edit in the name of an editor. */
    public Outcome correct(Article article, String editor, Instant now) {
        if (edit != null) {
            edit(article, edit, editor, now);
        }
        article.correct(new Correction(now, kind, text), now);
        return Outcome.CREATED;
    }

    private static void edit(Article article, MergePatch<ArticleDraft> edit, String editor, Instant now) {
        if (article.life().status() != Status.PUBLISHED) {
            throw Problem.conflict("Readers do not see the article: edit its draft, and publish that.");
        }
        if (article.saves().areAhead()) {
            throw Problem.conflict("The working draft has changes that readers have not seen, and that an edit would "
                    + "publish with it. Publish them or restore what is live first, or send the correction alone.");
        }
        try {
            Revision.save(article, edit.applyTo(Revision.working(article)), editor, now);
        } catch (Problem fault) {
            throw fault.within("/edit");
        }
        Revision.goLive(article);
    }
}
