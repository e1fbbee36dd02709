package press.gazette.media.desk;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.media.file.StoredFile;

/** A file in the store as the desk shows it. */
@Schema(name = "MediaFile", description = "A file in this server's store.")
record MediaFileView(
        @Schema(description = "Told by the first bytes of the file.", example = "video/mp4")
        String mediaType,

        @Schema(description = "Its size.", example = "4210688")
        long bytes,

        @Schema(
                description =
                        "SHA-256 of the stored bytes, in hexadecimal digits: those that were sent, unless the place of a "
                                + "recording was overwritten in them.")
        String sha256,

        @Schema(description = "In seconds, rounded up. Absent: unknown, or the file does not last.", example = "95")
        @Nullable
        Integer duration,

        @Schema(description = "In pixels, upright. Absent: no picture.", example = "6000") @Nullable
        Integer width,

        @Schema(description = "In pixels, upright. Absent: no picture.", example = "4000") @Nullable
        Integer height,

        @Schema(
                description =
                        "How a picture was made, a word of the IPTC's digital source types. Absent: it does not tell.",
                example = "digitalCapture")
        @Nullable
        String digitalSourceType) {

    static MediaFileView of(StoredFile file) {
        return new MediaFileView(
                file.type().mediaType(),
                file.bytes(),
                file.hash(),
                file.duration(),
                file.width() == 0 ? null : file.width(),
                file.height() == 0 ? null : file.height(),
                file.digitalSourceType());
    }
}
