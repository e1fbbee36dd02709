package press.gazette.tag.desk;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.address.Ref;
import press.gazette.desk.DeskRef;
import press.gazette.tag.TagRef;

/** The target of a merger. */
@Schema(description = "The target of a merger.")
public record MergerDraft(
        @Schema(description = "The slug or id of the tag that stays.", example = "putin")
        String into) {

    /** The merger of a tag into the target. */
    public DeskRef<Merger> of(TagRef tag) {
        Ref from = tag.ref();
        return () -> Merger.locked(from, this);
    }
}
