package press.gazette.site.content;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.address.WebAddress;
import press.gazette.curation.content.PlainText;
import press.gazette.problem.Faults;

/** A profile of the newsroom on another service. */
@Schema(description = "A profile of the newsroom on another service.")
public record SocialProfile(
        @Schema(
                description = "The name of the service for readers, at most 200 characters. Absent: not given.",
                example = "Mastodon",
                minLength = 1,
                maxLength = PlainText.WORD)
        @Nullable
        String platform,

        @Schema(
                description = "The absolute URL of the profile.",
                example = "https://social.example/@averil",
                format = "uri",
                maxLength = WebAddress.MOST_CHARACTERS)
        String url) {

    public SocialProfile {
        Faults faults = new Faults();
        platform = PlainText.checked(faults, "/platform", platform, PlainText.WORD);
        PlainText.checkUrl(faults, "/url", url);
        faults.refuse();
    }
}
