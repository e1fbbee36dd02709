package press.gazette.media;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.media.file.StoredFile;
import press.gazette.media.metadata.PictureTexts;
import press.gazette.media.picture.WebP;
import press.gazette.media.rendition.Focus;
import press.gazette.media.rendition.PlannedRendition;

/**
 * A picture in JSON.
 *
 * @param id null in a picture that is not stored yet
 * @param renditions empty if there is only the picture itself
 * @param srcset null if there is one width only
 * @param focus null: the middle
 * @param placeholder null if it is unknown
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

        @Schema(description = "Ready-made sizes and crops.") List<Rendition> renditions,

        @Schema(
                description =
                        "For the attribute srcset of img: the widths in the shape of the picture, in WebP where there is. "
                                + "Absent: there is one width only.")
        @Nullable
        String srcset,

        @Schema(description = "Absent: the middle.") @Nullable
        Focus focus,

        @Schema(
                description = "The average colour, to show until the picture is there. Absent: unknown.",
                example = "#8fa3b2")
        @Nullable
        String placeholder) {

    private static final String SOCIAL = "social";

    public Picture {
        renditions = List.copyOf(renditions);
    }

    /** A picture whose srcset follows from its renditions. */
    public Picture(
            @Nullable UUID id,
            String url,
            String alt,
            @Nullable String caption,
            @Nullable String credit,
            int width,
            int height,
            List<Rendition> renditions,
            @Nullable Focus focus,
            @Nullable String placeholder) {
        this(
                id,
                url,
                alt,
                caption,
                credit,
                width,
                height,
                renditions,
                Srcset.of(url, width, height, renditions),
                focus,
                placeholder);
    }

    public Picture(
            @Nullable UUID id,
            String url,
            String alt,
            @Nullable String caption,
            @Nullable String credit,
            int width,
            int height,
            List<Rendition> renditions) {
        this(id, url, alt, caption, credit, width, height, renditions, null, null);
    }

    /** A picture with the words of a file that gives the rest. */
    static Picture of(PictureTexts texts) {
        String alt = Objects.requireNonNullElse(texts.alt(), "");
        return new Picture(null, "", alt, texts.caption(), texts.credit(), 0, 0, List.of());
    }

    /** The URL for social networks: the crop with the name social, else the picture itself. */
    public String social() {
        return renditions.stream()
                .filter(each -> each.name().equals(SOCIAL))
                .map(Rendition::url)
                .findFirst()
                .orElse(url);
    }

    /** The picture as an editor describes it: without its id and what only its file tells. */
    Picture unstored() {
        return new Picture(null, url, alt, caption, credit, width, height, renditions, focus, null);
    }

    /**
     * The same words with the addresses of a stored file and its renditions.
     *
     * @param plan of its renditions, the largest first; empty: there are none
     */
    public Picture of(UUID file, StoredFile stored, List<PlannedRendition> plan) {
        List<Rendition> made = plan.stream()
                .map(each -> MediaAddress.rendition(file, each, WebP.isThere()))
                .toList();
        if (!made.isEmpty()) {
            Rendition largest = made.get(0);
            return with(largest.url(), largest.width(), largest.height(), made);
        }
        String address = stored.leavesWhole() ? MediaAddress.file(file, stored) : MediaAddress.original(file);
        return with(address, stored.width(), stored.height(), List.of());
    }

    /** The same with other renditions about another point. */
    Picture about(Focus point, List<Rendition> crops) {
        return new Picture(id, url, alt, caption, credit, width, height, crops, point, placeholder);
    }

    private Picture with(String address, int wide, int high, List<Rendition> made) {
        return new Picture(id, address, alt, caption, credit, wide, high, made, focus, placeholder);
    }
}
