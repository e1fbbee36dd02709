package press.gazette.tag.reading;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.media.Picture;
import press.gazette.media.Rights;
import press.gazette.tag.Tag;
import press.gazette.tag.TagLabel;
import press.gazette.tag.TagState;
import press.gazette.tag.TagType;
import press.gazette.tag.naming.OtherName;

/** A tag with all its parts. */
@Schema(description = "A tag with all its parts.")
public record TagView(
        @Schema(description = "Never changes.") UUID id,

        @Schema(description = "Its current address in /v1/tags/{ref}.", example = "putin")
        String slug,

        @Schema(description = "The name that readers see.", example = "Putin")
        String name,

        @Schema(description = "The kind of subject. Expect further types.", example = "person")
        TagType type,

        @Schema(description = "Further names of the subject: in other languages and scripts, former and short ones.")
        List<OtherName> otherNames,

        @Schema(
                description =
                        "active, or deprecated: readable, but not to be given to articles. Expect further states.",
                example = "active")
        TagState state,

        @Schema(description = "A sentence about the subject; for a contributor, the short biography. Absent: none.")
        @Nullable
        String description,

        @Schema(description = "Absent: none.") @Nullable Picture image,

        @Schema(description = "The next wider tags, the closest first.")
        List<TagLabel> parents,

        @Schema(
                description = "Former slugs that redirect here, in alphabetical order.",
                examples = "[\"vladimir-putin\"]")
        List<String> aliases,

        @Schema(
                description = "URIs of the same subject elsewhere.",
                examples = "[\"https://www.wikidata.org/entity/Q7747\"]")
        List<String> sameAs) {

    public static TagView of(Tag tag, Instant now) {
        return new TagView(
                tag.id(),
                tag.slug(),
                tag.name(),
                tag.type(),
                tag.text().otherNames(),
                tag.state(),
                tag.text().description(),
                Rights.shown(tag.text().image(), now),
                tag.parents().stream()
                        .filter(parent -> parent.state().isVisible())
                        .map(TagLabel::of)
                        .toList(),
                List.copyOf(tag.aliases()),
                tag.text().sameAs());
    }
}
