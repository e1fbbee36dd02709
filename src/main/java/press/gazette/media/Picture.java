package press.gazette.media;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A picture as it leaves and arrives.
 *
 * @param id absent in a picture that is not stored yet
 * @param renditions ready-made crops; empty when there is only the picture itself
 */
@Schema(description = "A picture. Show the credit wherever you show the picture.")
public record Picture(
        @Schema(description = "Never changes.") @Nullable UUID id,

        @Schema(
                description = "Where the file is: absolute, or from the root of this server.",
                example = "/newsroom/pictures/gas-pipeline.svg")
        String url,

        @Schema(description = "What the picture shows, for those who cannot see it. Empty for pure decoration.")
        String alt,

        @Schema(description = "A line below the picture. Absent: none.") @Nullable
        String caption,

        @Schema(description = "Whom to name. Absent: nobody needs to be named.") @Nullable
        String credit,

        @Schema(description = "In CSS pixels.", example = "1600")
        int width,

        @Schema(description = "In CSS pixels.", example = "900")
        int height,

        @Schema(description = "Ready-made crops.") List<Rendition> renditions) {

    public Picture {
        renditions = List.copyOf(renditions);
    }

    /** The same as it would arrive. */
    Picture unstored() {
        return new Picture(null, url, alt, caption, credit, width, height, renditions);
    }
}
