package press.gazette.curation.content;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.address.WebAddress;
import press.gazette.problem.Faults;

/** A link to a page elsewhere on the web, shown in a list like an article. */
@Schema(description = "A link to a page elsewhere on the web, shown in a list like an article.")
public record ExternalLink(
        @Schema(
                description = "An absolute http or https URL.",
                example = "https://tides.example/today",
                format = "uri",
                maxLength = WebAddress.MOST_CHARACTERS)
        String url,

        @Schema(
                description = "The headline, plain text, at most 500 characters.",
                example = "Tide tables for today",
                minLength = 1,
                maxLength = PlainText.LINE)
        String title,

        @Schema(
                description = "A word above the headline, at most 200 characters. Absent: none.",
                minLength = 1,
                maxLength = PlainText.WORD)
        @Nullable
        String kicker,

        @Schema(
                description = "A sentence or two below the headline, at most 4,000 characters. Absent: none.",
                minLength = 1,
                maxLength = PlainText.PARAGRAPH)
        @Nullable
        String standfirst,

        @Schema(description = "The id of a picture. Absent: none.") @Nullable
        UUID image) {

    public ExternalLink {
        Faults faults = new Faults();
        PlainText.checkUrl(faults, "/url", url);
        title = faults.name("/title", title, PlainText.LINE);
        kicker = PlainText.checked(faults, "/kicker", kicker, PlainText.WORD);
        standfirst = PlainText.checked(faults, "/standfirst", standfirst, PlainText.PARAGRAPH);
        faults.refuse();
    }
}
