package press.gazette.media;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A picture in JSON.
 *
 * @param id null in a picture that is not stored yet
 * @param renditions empty if there is only the picture itself
 */
@Schema(description = "A picture. Show the credit wherever you show the picture.")
public record Picture(
        @Schema(description = "Never changes.") @Nullable UUID id,

        @Schema(
                description = "URL of the file: absolute, or a path from the root of this server.",
                example = "/newsroom/pictures/gas-pipeline.svg")
        String url,

        @Schema(description = "Text alternative for people who cannot see the picture. Empty for pure decoration.")
        String alt,

        @Schema(description = "Text below the picture. Absent if there is none.") @Nullable
        String caption,

        @Schema(description = "Credit line. Absent if no credit is required.") @Nullable
        String credit,

        @Schema(description = "Width in CSS pixels.", example = "1600")
        int width,

        @Schema(description = "Height in CSS pixels.", example = "900")
        int height,

        @Schema(description = "Ready-made crops.") List<Rendition> renditions) {

    public Picture {
        renditions = List.copyOf(renditions);
    }

    /** The picture without its id. */
    Picture unstored() {
        return new Picture(null, url, alt, caption, credit, width, height, renditions);
    }
}
