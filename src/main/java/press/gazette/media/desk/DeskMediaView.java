package press.gazette.media.desk;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.media.Media;

/** A picture as the desk shows it. */
@Schema(description = "A picture as the desk shows it.")
record DeskMediaView(
        @Schema(description = "Never changes.") UUID id,

        @JsonUnwrapped MediaDraft draft) {

    static DeskMediaView of(Media media) {
        return new DeskMediaView(media.id(), MediaDraft.of(media));
    }
}
