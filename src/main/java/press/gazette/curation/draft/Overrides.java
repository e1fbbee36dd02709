package press.gazette.curation.draft;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.problem.Faults;

/** What an editor shows differently in one place only; absent: as the article has it. */
@Schema(description = "What is shown differently in this place only. Absent: as the article has it.")
public record Overrides(
        @Schema(
                description = "Plain text, at most 500 characters.",
                example = "The pipeline and the pledge",
                minLength = 1,
                maxLength = PlainText.LINE)
        @Nullable
        String title,

        @Schema(description = "Plain text, at most 4,000 characters.", minLength = 1, maxLength = PlainText.PARAGRAPH)
        @Nullable
        String standfirst,

        @Schema(description = "Plain text, at most 200 characters.", minLength = 1, maxLength = PlainText.WORD)
        @Nullable
        String kicker,

        @Schema(description = "The id of a picture.") @Nullable
        UUID image) {

    public static final Overrides NONE = new Overrides(null, null, null, null);

    public Overrides {
        Faults faults = new Faults();
        title = PlainText.checked(faults, "/title", title, PlainText.LINE);
        standfirst = PlainText.checked(faults, "/standfirst", standfirst, PlainText.PARAGRAPH);
        kicker = PlainText.checked(faults, "/kicker", kicker, PlainText.WORD);
        faults.refuse();
    }
}
