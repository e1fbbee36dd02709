package press.gazette.document;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.document.NewsArticle.ImageObject;
import press.gazette.document.NewsArticle.Thing;
import press.gazette.site.content.Contact;
import press.gazette.site.content.Policies;
import press.gazette.site.content.SocialProfile;
import press.gazette.site.reading.Publication;

/** The newsroom as schema.org's NewsMediaOrganization, the publisher of its articles. */
@Schema(
        name = "NewsArticlePublisher",
        description = "The publisher by the site document, with the names of schema.org's NewsMediaOrganization.")
record Newsroom(
        @Schema(description = "NewsMediaOrganization.", example = "NewsMediaOrganization") @JsonProperty("@type")
        String type,

        @Schema(description = "For readers.", example = "The Averil Gazette")
        String name,

        @Schema(
                description = "The name in the register of companies. Absent: not given.",
                example = "Averil Gazette Cooperative")
        @Nullable
        String legalName,

        @Schema(description = "The absolute URL of its home page.", example = "https://averil.example/", format = "uri")
        String url,

        @Schema(description = "The logo. Absent: none.") @Nullable
        ImageObject logo,

        @Schema(
                description = "Its profiles on other services. Absent: none.",
                examples = "[\"https://social.example/@averil\"]")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> sameAs,

        @Schema(description = "An e-mail address. Absent: not given.", example = "newsdesk@averil.example") @Nullable
        String email,

        @Schema(description = "A telephone number. Absent: not given.", example = "+99 555 0100") @Nullable
        String telephone,

        @Schema(
                description = "The postal address on one line. Absent: not given.",
                example = "1 Charter Square, Averil")
        @Nullable
        String address,

        @JsonUnwrapped Policies policies) {

    private static final String TYPE = "NewsMediaOrganization";
    private static final Contact NO_CONTACT = new Contact(null, null, null, null);

    /** @param logo null if the newsroom has none, or none that readers may see */
    static Newsroom of(Publication site, @Nullable ImageObject logo) {
        Contact contact = site.publisher().contact() == null
                ? NO_CONTACT
                : site.publisher().contact();
        return new Newsroom(
                TYPE,
                site.publisher().name(),
                site.publisher().legalName(),
                site.publisher().url(),
                logo,
                site.social().stream().map(SocialProfile::url).toList(),
                contact.email(),
                contact.telephone(),
                contact.address(),
                site.policies());
    }

    /** The newsroom as the author of an article without a byline. */
    Thing author() {
        return Thing.named(TYPE, name, url);
    }
}
