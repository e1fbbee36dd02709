package press.gazette.article.desk;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.article.Article;
import press.gazette.article.Correction;
import press.gazette.desk.Outcome;

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
        if (text.isBlank() || text.length() > LONGEST_TEXT || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "The text is 1 to " + LONGEST_TEXT + " characters of plain text without line breaks.");
        }
    }

    Outcome correct(Article article, Instant now) {
        article.correct(new Correction(now, kind, text), now);
        return Outcome.CREATED;
    }
}
