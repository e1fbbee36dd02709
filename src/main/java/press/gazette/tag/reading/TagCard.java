package press.gazette.tag.reading;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.media.Picture;
import press.gazette.media.Rights;
import press.gazette.tag.Tag;
import press.gazette.tag.TagType;
import press.gazette.tag.naming.OtherName;

/** A tag in a listing. */
@Schema(description = "A tag in a listing.")
public record TagCard(
        @Schema(description = "Never changes.") UUID id,

        @Schema(description = "Its current address in /v1/tags/{ref}.", example = "putin")
        String slug,

        @Schema(description = "The name that readers see.", example = "Putin")
        String name,

        @Schema(description = "The kind of subject. Expect further types.", example = "person")
        TagType type,

        @Schema(description = "Further names of the subject: in other languages and scripts, former and short ones.")
        List<OtherName> otherNames,

        @Schema(description = "A sentence about the subject. Absent: none.") @Nullable
        String description,

        @Schema(description = "Absent: none.") @Nullable Picture image) {

    public static TagCard of(Tag tag, Instant now) {
        return new TagCard(
                tag.id(),
                tag.slug(),
                tag.name(),
                tag.type(),
                tag.text().otherNames(),
                tag.text().description(),
                Rights.shown(tag.text().image(), now));
    }
}
