package press.gazette.article.desk;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.article.Article;
import press.gazette.article.Correction;
import press.gazette.desk.Outcome;
import press.gazette.problem.Faults;

/** What was wrong or is new, for readers. */
@Schema(description = "What was wrong or is new, for readers.")
public record CorrectionDraft(
        @Schema(description = "How to head it.", example = "correction")
        Correction.Kind kind,

        @Schema(
                description = "Plain text, at most 4,000 characters.",
                maxLength = CorrectionDraft.LONGEST_TEXT,
                example = "An earlier version misstated the year.")
        String text) {

    static final int LONGEST_TEXT = 4_000;

    public CorrectionDraft {
        Faults faults = new Faults();
        text = faults.name("/text", text, LONGEST_TEXT);
        faults.refuse();
    }

    Outcome correct(Article article, Instant now) {
        article.correct(new Correction(now, kind, text), now);
        return Outcome.CREATED;
    }
}
