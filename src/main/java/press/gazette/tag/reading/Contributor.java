package press.gazette.tag.reading;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.media.LicensedPicture;
import press.gazette.media.Picture;
import press.gazette.tag.TagLabel;
import press.gazette.tag.VisibleTag;

/** A contributor of an article: the tag, its page, its role and its picture. */
@Schema(description = "A contributor of an article: a tag with its page, its role and its picture.")
public record Contributor(
        @JsonUnwrapped TagLabel label,

        @Schema(
                description =
                        "The page about the contributor on the newsroom's own site. Absent unless gazette.tag-url is set.",
                example = "https://www.example.org/contributor/elena-marsh")
        @Nullable
        String url,

        @Schema(description = "The contributor's role in the newsroom. Absent: none.", example = "Energy correspondent")
        @Nullable
        String role,

        @Schema(description = "Absent: none.") @Nullable Portrait image) {

    /** A picture of a contributor. */
    @Schema(description = "A picture of a contributor. Show the credit wherever you show the picture.")
    public record Portrait(
            @Schema(
                    description = "URL of the file: absolute, or a path from the root of this server.",
                    example = "/newsroom/pictures/library-arches.svg")
            String url,

            @Schema(description = "Text alternative for people who cannot see the picture. Empty for pure decoration.")
            String alt,

            @Schema(description = "Credit line. Absent if no credit is required.") @Nullable
            String credit) {

        private static @Nullable Portrait of(@Nullable LicensedPicture held, Instant now) {
            if (held == null || held.isOver(now)) {
                return null;
            }
            Picture picture = held.shown();
            return new Portrait(picture.url(), picture.alt(), picture.credit());
        }
    }

    /** The contributor as readers see it at that moment. */
    public static Contributor of(VisibleTag tag, Instant now) {
        return new Contributor(
                tag.label(), TagPages.get().onOwnSite(tag.label()), tag.role(), Portrait.of(tag.picture(), now));
    }
}
