package press.gazette.curation.content;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.media.rendition.Focus;
import press.gazette.problem.Faults;

/** The words and the picture that replace those of an article in one list only; null: those of the article. */
@Schema(
        description =
                "The words and the picture that replace those of the article in this list only. An absent member: that of the article.")
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
        UUID image,

        @Schema(description = "The point that crops of the picture keep in this list.") @Nullable
        Focus focus) {

    public static final Overrides NONE = new Overrides(null, null, null, null, null);

    public Overrides {
        Faults faults = new Faults();
        title = PlainText.checked(faults, "/title", title, PlainText.LINE);
        standfirst = PlainText.checked(faults, "/standfirst", standfirst, PlainText.PARAGRAPH);
        kicker = PlainText.checked(faults, "/kicker", kicker, PlainText.WORD);
        if (focus != null) {
            focus.check(faults, "/focus");
        }
        faults.refuse();
    }
}
