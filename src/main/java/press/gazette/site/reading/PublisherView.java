package press.gazette.site.reading;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.media.Picture;
import press.gazette.site.content.Contact;

/** The publisher of the site for readers. */
@Schema(description = "The publisher of the site.")
public record PublisherView(
        @Schema(description = "The name.", example = "The Averil Gazette")
        String name,

        @Schema(
                description = "The name in the register of companies. Absent: not given.",
                example = "Averil Gazette Cooperative")
        @Nullable
        String legalName,

        @Schema(description = "The absolute URL of its home page.", example = "https://averil.example/", format = "uri")
        String url,

        @Schema(description = "The logo. Absent: none, or none that may be shown.") @Nullable
        Picture logo,

        @Schema(description = "The ways to reach the publisher. Absent: not given.") @Nullable
        Contact contact) {}
