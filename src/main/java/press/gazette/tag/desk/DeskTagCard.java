package press.gazette.tag.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.tag.Tag;
import press.gazette.tag.TagState;
import press.gazette.tag.TagType;
import press.gazette.tag.naming.OtherName;

/** A tag in a listing of the desk. */
@Schema(description = "A tag in a listing of the desk.")
record DeskTagCard(
        @Schema(description = "Never changes.") UUID id,

        @Schema(description = "Its current address.", example = "putin")
        String slug,

        @Schema(description = "The name that readers see.", example = "Putin")
        String name,

        @Schema(description = "The kind of subject. Expect further types.", example = "person")
        TagType type,

        @Schema(description = "Further names of the subject: in other languages and scripts, former and short ones.")
        List<OtherName> otherNames,

        @Schema(description = "Expect further states.", example = "active")
        TagState state,

        @Schema(description = "A sentence about the subject. Absent: none.") @Nullable
        String description,

        @Schema(description = "The last edit of any kind.") Instant modifiedAt) {

    static DeskTagCard of(Tag tag) {
        return new DeskTagCard(
                tag.id(),
                tag.slug(),
                tag.name(),
                tag.type(),
                tag.text().otherNames(),
                tag.state(),
                tag.text().description(),
                tag.modifiedAt());
    }
}
