package press.gazette.media.desk;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.address.WebAddress;
import press.gazette.media.Licence;
import press.gazette.media.Media;
import press.gazette.media.Picture;
import press.gazette.media.Rendition;
import press.gazette.media.rendition.CropArea;
import press.gazette.media.rendition.Focus;
import press.gazette.media.rendition.Framing;
import press.gazette.problem.Faults;

/** A picture, film, sound or document as an editor describes it. */
@Schema(
        description =
                "A picture, film, sound or document as an editor describes it. If its file is in this server's store, "
                        + "the file gives url, width, height and renditions.")
record MediaDraft(
        @Schema(
                description = "URL of the file: an absolute http or https URL, or a path from the root of "
                        + "this server; at most 2,000 characters.",
                example = "https://pictures.example/harbour.jpg",
                maxLength = WebAddress.MOST_CHARACTERS)
        String url,

        @Schema(
                description = "Text alternative for people who cannot see the picture, at most 2,000 "
                        + "characters. Empty for pure decoration.",
                example = "A trawler at the harbour wall",
                maxLength = MediaDraft.PARAGRAPH)
        String alt,

        @Schema(description = "Text below the picture, at most 2,000 characters.", maxLength = MediaDraft.PARAGRAPH)
        @Nullable
        String caption,

        @Schema(description = "Credit line, at most 500 characters.", maxLength = MediaDraft.LINE) @Nullable
        String credit,

        @Schema(
                description = "Width in CSS pixels. 0 only for sound and documents in the store.",
                example = "1600",
                minimum = "0",
                maximum = "" + MediaDraft.MOST_PIXELS)
        int width,

        @Schema(
                description = "Height in CSS pixels. 0 only for sound and documents in the store.",
                example = "900",
                minimum = "0",
                maximum = "" + MediaDraft.MOST_PIXELS)
        int height,

        @Schema(
                description = "Ready-made sizes and crops, at most 20, each with a unique name.",
                maxItems = MediaDraft.MOST_RENDITIONS)
        @Nullable
        List<Rendition> renditions,

        @Schema(
                description = "Readers do not see the picture from this moment on; it may be in the past. "
                        + "Absent if its rights do not end.")
        @Nullable
        Instant rightsExpireAt,

        @Schema(description = "Absent: the middle.") @Nullable
        Focus focus,

        @Schema(
                description =
                        "The areas that crops show, by the names of cropped renditions; other crops keep the focus. Only a "
                                + "picture in the store has crops. Absent: none.",
                example = "{\"square\":{\"x\":10,\"y\":0,\"width\":60,\"height\":80}}")
        @Nullable
        Map<String, CropArea> crops,

        @Schema(
                description =
                        "False: only this newsroom may show it, and feeds leave it out. Absent: others may show it too.")
        @Nullable
        Boolean syndicated) {

    static final int PARAGRAPH = 2_000;
    static final int LINE = 500;
    private static final int LONGEST_NAME = 60;
    static final int MOST_RENDITIONS = 20;

    /** More than any screen or press needs, and small enough that the product of both fits an int. */
    static final int MOST_PIXELS = 30_000;

    private static final String NO_CROPS = "Only a picture in the store that has renditions has crops.";

    MediaDraft {
        renditions = renditions == null ? List.of() : renditions;
        crops = crops == null || crops.isEmpty() ? null : crops;
        syndicated = Boolean.FALSE.equals(syndicated) ? false : null;
        Faults faults = new Faults();
        address(faults, "/url", url);
        faults.line("/alt", alt, PARAGRAPH);
        faults.line("/caption", caption, PARAGRAPH);
        faults.line("/credit", credit, LINE);
        size(faults, "", 0, width, height);
        faults.check(
                renditions.size() <= MOST_RENDITIONS,
                "/renditions",
                "A picture must have at most " + MOST_RENDITIONS + " renditions.");
        Set<String> names = new HashSet<>();
        for (int i = 0; i < renditions.size(); i++) {
            Rendition rendition = renditions.get(i);
            String at = "/renditions/" + i;
            faults.check(
                    !rendition.name().isBlank() && names.add(rendition.name()),
                    at + "/name",
                    "The name must be unique and not blank.");
            faults.line(at + "/name", rendition.name(), LONGEST_NAME);
            address(faults, at + "/url", rendition.url());
            size(faults, at, 1, rendition.width(), rendition.height());
            if (rendition.webp() != null) {
                address(faults, at + "/webp", rendition.webp());
            }
        }
        if (focus != null) {
            focus.check(faults, "/focus");
        }
        faults.refuse();
    }

    /** The draft that describes the stored picture. */
    static MediaDraft of(Media media) {
        Picture picture = media.picture();
        return new MediaDraft(
                picture.url(),
                picture.alt(),
                picture.caption(),
                picture.credit(),
                picture.width(),
                picture.height(),
                picture.renditions(),
                media.rightsExpireAt(),
                picture.focus(),
                media.framing().crops(),
                media.licence().syndicated());
    }

    /** The same description of a file elsewhere: it must have a size, and no crops, which only this server would make. */
    MediaDraft requireElsewhere() {
        Faults faults = new Faults();
        size(faults, "", 1, width, height);
        faults.check(crops == null, "/crops", NO_CROPS);
        faults.refuse();
        return this;
    }

    /** The same description, which must have what the file of the current one gives. */
    MediaDraft requireFileOf(MediaDraft current) {
        String given = "The file in the store gives this.";
        Faults faults = new Faults();
        faults.check(url.equals(current.url), "/url", given);
        faults.check(width == current.width, "/width", given);
        faults.check(height == current.height, "/height", given);
        faults.check(Objects.equals(renditions, current.renditions), "/renditions", given);
        faults.check(crops == null || !Objects.requireNonNull(renditions).isEmpty(), "/crops", NO_CROPS);
        faults.refuse();
        return this;
    }

    Framing framing() {
        return new Framing(focus, crops);
    }

    Licence licence() {
        return new Licence(rightsExpireAt, syndicated == null);
    }

    Picture picture() {
        return new Picture(
                null, url, alt, caption, credit, width, height, Objects.requireNonNull(renditions), focus, null);
    }

    private static void address(Faults faults, String pointer, String text) {
        faults.check(
                WebAddress.isAbsolute(text) || WebAddress.isFromRoot(text),
                pointer,
                "This must be an absolute http or https URL, or a path from the root of this server, "
                        + "at most 2,000 characters.");
    }

    private static void size(Faults faults, String at, int least, int width, int height) {
        String allowed = "This must be 1 to " + MOST_PIXELS + " CSS pixels.";
        faults.check(width >= least && width <= MOST_PIXELS, at + "/width", allowed);
        faults.check(height >= least && height <= MOST_PIXELS, at + "/height", allowed);
    }
}
