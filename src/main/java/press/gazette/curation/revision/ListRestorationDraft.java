package press.gazette.curation.revision;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The revision to which the working draft of a list returns. */
@Schema(description = "The revision to which the working draft of a list returns.")
public record ListRestorationDraft(
        @Schema(description = "The number of a revision of the list.", example = "1")
        int revision) {}
