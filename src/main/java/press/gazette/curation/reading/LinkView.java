package press.gazette.curation.reading;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.curation.content.ExternalLink;
import press.gazette.media.Picture;

/** A link to a page elsewhere on the web in a list. */
@Schema(description = "A link to a page elsewhere on the web in a list.")
public record LinkView(
        @Schema(description = "The absolute URL.", example = "https://tides.example/today")
        String url,

        @Schema(description = "The headline.", example = "Tide tables for today")
        String title,

        @Schema(description = "A word above the headline. Absent: none.") @Nullable
        String kicker,

        @Schema(description = "A sentence or two below the headline, plain text. Absent: none.") @Nullable
        String standfirst,

        @Schema(description = "The picture of the link. Absent: none.") @Nullable
        Picture image) {

    static LinkView of(ExternalLink link, @Nullable Picture image) {
        return new LinkView(link.url(), link.title(), link.kicker(), link.standfirst(), image);
    }
}
