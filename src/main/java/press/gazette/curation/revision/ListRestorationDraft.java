package press.gazette.curation.revision;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which revision the working draft of a list goes back to. */
@Schema(description = "Which revision the working draft of a list goes back to.")
public record ListRestorationDraft(
        @Schema(description = "The number of a revision of the list.", example = "1")
        int revision) {}
