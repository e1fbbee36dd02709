package press.gazette.media.desk;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.media.Media;
import press.gazette.media.file.MediumKind;

/** A picture, film, sound or document as the desk shows it. */
@Schema(description = "A picture, film, sound or document as the desk shows it.")
record DeskMediaView(
        @Schema(description = "Never changes.") UUID id,

        @Schema(description = "Only pictures can be lead pictures, pictures of tags and the like.")
        MediumKind kind,

        @JsonUnwrapped MediaDraft draft,

        @Schema(description = "The file in this server's store. Absent: the file is elsewhere.") @Nullable
        MediaFileView file) {

    static DeskMediaView of(Media media) {
        return new DeskMediaView(
                media.id(),
                media.kind(),
                MediaDraft.of(media),
                media.file() == null ? null : MediaFileView.of(media.file()));
    }
}
