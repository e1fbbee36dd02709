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

        @Schema(description = "SHA-256 of the bytes that were sent, in hexadecimal digits.")
        String sha256,

        @Schema(description = "In seconds, rounded up. Absent: unknown, or the file does not last.", example = "95")
        @Nullable
        Integer duration) {

    static MediaFileView of(StoredFile file) {
        return new MediaFileView(file.type().mediaType(), file.bytes(), file.hash(), file.duration());
    }
}
