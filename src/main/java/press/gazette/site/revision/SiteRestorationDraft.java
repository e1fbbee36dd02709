package press.gazette.site.revision;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The revision to which the working draft of the site document returns. */
@Schema(description = "The revision to which the working draft of the site document returns.")
public record SiteRestorationDraft(
        @Schema(description = "The number of a revision.", example = "1")
        int revision) {}
