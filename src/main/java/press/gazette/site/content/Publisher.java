package press.gazette.site.content;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.address.WebAddress;
import press.gazette.curation.content.PlainText;
import press.gazette.problem.Faults;

/** The publisher of the site, as an editor sends it and as revisions store it. */
@Schema(description = "The publisher of the site. Members that are absent are those of the site, where it has them.")
public record Publisher(
        @Schema(
                description = "The name, at most 200 characters. Absent: the title of the site.",
                example = "The Averil Gazette",
                minLength = 1,
                maxLength = PlainText.WORD)
        @Nullable
        String name,

        @Schema(
                description = "The name in the register of companies, at most 200 characters. Absent: not given.",
                example = "Averil Gazette Cooperative",
                minLength = 1,
                maxLength = PlainText.WORD)
        @Nullable
        String legalName,

        @Schema(
                description = "The absolute URL of the publisher's home page. Absent: that of the site.",
                format = "uri",
                maxLength = WebAddress.MOST_CHARACTERS)
        @Nullable
        String url,

        @Schema(description = "The id of the picture of the logo. Absent: the logo of the site.") @Nullable
        UUID logo,

        @Schema(description = "The ways to reach the publisher. Absent: not given.") @Nullable
        Contact contact) {

    /** A publisher whose members are those of the site. */
    public static final Publisher OF_SITE = new Publisher(null, null, null, null, null);

    public Publisher {
        Faults faults = new Faults();
        name = PlainText.checked(faults, "/name", name, PlainText.WORD);
        legalName = PlainText.checked(faults, "/legalName", legalName, PlainText.WORD);
        PlainText.checkUrl(faults, "/url", url);
        faults.refuse();
    }
}
