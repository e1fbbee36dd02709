package press.gazette.curation.reading;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.curation.draft.ExternalLink;
import press.gazette.media.Picture;

/** Something elsewhere on the web in a place of a list. */
@Schema(description = "Something elsewhere on the web in a place of a list.")
public record LinkView(
        @Schema(description = "Absolute.", example = "https://tides.example/today")
        String url,

        @Schema(description = "The headline.", example = "Tide tables for today")
        String title,

        @Schema(description = "A word above it. Absent: none.") @Nullable
        String kicker,

        @Schema(description = "A sentence or two below it, plain text. Absent: none.") @Nullable
        String standfirst,

        @Schema(description = "Absent: none.") @Nullable Picture image) {

    static LinkView of(ExternalLink link, @Nullable Picture image) {
        return new LinkView(link.url(), link.title(), link.kicker(), link.standfirst(), image);
    }
}
