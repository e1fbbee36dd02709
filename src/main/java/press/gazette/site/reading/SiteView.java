package press.gazette.site.reading;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.media.Picture;
import press.gazette.site.content.Policies;
import press.gazette.site.content.SocialProfile;
import press.gazette.tag.TagLabel;

/** The site document for readers. */
@Schema(description = "The site: the words and links around all articles.")
public record SiteView(
        @Schema(description = "The name of the site.", example = "The Averil Gazette")
        String title,

        @Schema(description = "A sentence or two about the site, plain text. Absent: none.") @Nullable
        String description,

        @Schema(description = "The language of the site, BCP 47.", example = "en")
        String language,

        @Schema(description = "The time zone of the newsroom, a name of the IANA database.", example = "Europe/Berlin")
        String timeZone,

        @Schema(
                description = "The absolute URL of the front page.",
                example = "https://averil.example/",
                format = "uri")
        String url,

        @Schema(description = "The logo. Absent: none, or none that may be shown.") @Nullable
        Picture logo,

        @Schema(description = "The newsroom's profiles on other services.")
        List<SocialProfile> social,

        @Schema(
                description =
                        "The menus. Items whose target readers cannot see are left out, with the items below them.")
        List<MenuView> menus,

        @Schema(description = "The publisher. Unless the newsroom names one, it has the title and the URL of the site.")
        PublisherView publisher,

        @Schema(description = "The newsroom's policies. Absent: none.") @Nullable
        Policies policies,

        @Schema(
                description =
                        "The sections in the order to show: those that the newsroom has chosen, else all by their names, at most 100.")
        List<TagLabel> sections) {}
