package press.gazette.tag.desk;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a tag shall go. */
@Schema(description = "Where a tag shall go.")
public record MergerDraft(
        @Schema(description = "The slug or id of the tag that takes it in.", example = "putin")
        String into) {}
