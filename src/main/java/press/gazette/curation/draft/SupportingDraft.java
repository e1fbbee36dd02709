package press.gazette.curation.draft;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.address.WebAddress;
import press.gazette.curation.content.PlainText;
import press.gazette.problem.Faults;

/** A link below an item. */
@Schema(name = "Supporting", description = "A link below an item: to an article, or to a url with a title.")
public record SupportingDraft(
        @Schema(description = "The slug or id of an article. The link is shown while the article is public.") @Nullable
        String article,

        @Schema(description = "An absolute http or https URL.", format = "uri", maxLength = WebAddress.MOST_CHARACTERS)
        @Nullable
        String url,

        @Schema(
                description =
                        "The text of the link, plain text, at most 500 characters. Absent: the title of the article.",
                minLength = 1,
                maxLength = PlainText.LINE)
        @Nullable
        String title) {

    public SupportingDraft {
        Faults faults = new Faults();
        faults.check((article == null) != (url == null), "", "A supporting link is exactly one of article and url.");
        if (url != null) {
            PlainText.checkUrl(faults, "/url", url);
            faults.check(title != null, "/title", "A link to elsewhere needs a title.");
        }
        title = PlainText.checked(faults, "/title", title, PlainText.LINE);
        faults.refuse();
    }
}
