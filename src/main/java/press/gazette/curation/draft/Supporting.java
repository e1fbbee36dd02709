package press.gazette.curation.draft;

import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.address.WebAddress;
import press.gazette.problem.Faults;

/** A link below an item. */
@Schema(description = "A link below an item: to an article, or to a url with a title.")
public record Supporting(
        @Schema(description = "The slug or id of an article; readers see the link while they may see the article.")
        @Nullable
        String article,

        @Schema(description = "An absolute http or https URL.", format = "uri", maxLength = WebAddress.MOST_CHARACTERS)
        @Nullable
        String url,

        @Schema(
                description = "Plain text, at most 500 characters. Absent: the article's own.",
                minLength = 1,
                maxLength = PlainText.LINE)
        @Nullable
        String title) {

    public Supporting {
        Faults faults = new Faults();
        faults.check((article == null) != (url == null), "", "A supporting link is exactly one of article and url.");
        if (url != null) {
            PlainText.checkUrl(faults, "/url", url);
            faults.check(title != null, "/title", "A link to elsewhere needs a title.");
        }
        title = PlainText.checked(faults, "/title", title, PlainText.LINE);
        faults.refuse();
    }

    /** The article, where ids stand in place of slugs; empty: it leads elsewhere. */
    public Optional<UUID> articleId() {
        return Optional.ofNullable(article).map(UUID::fromString);
    }
}
