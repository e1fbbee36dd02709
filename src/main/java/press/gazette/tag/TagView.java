package press.gazette.tag;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.media.Picture;
import press.gazette.media.Rights;

/** A tag, whole. */
@Schema(description = "A tag, whole.")
public record TagView(
        @Schema(description = "Never changes.") UUID id,

        @Schema(description = "Its current address in /v1/tags/{ref}.", example = "putin")
        String slug,

        @Schema(description = "What readers see.", example = "Putin")
        String name,

        @Schema(description = "What it stands for. Expect further types.", example = "person")
        TagType type,

        @Schema(
                description =
                        "active, or deprecated: still readable, no longer given to articles. Expect further states.",
                example = "active")
        TagState state,

        @Schema(description = "A sentence about it; of a contributor, the short biography. Absent: none.") @Nullable
        String description,

        @Schema(description = "Absent: none.") @Nullable Picture image,

        @Schema(description = "The next wider tags, the closest first.")
        List<TagLabel> parents,

        @Schema(description = "Old slugs that redirect here, in alphabetical order.", examples = "[\"vladimir-putin\"]")
        List<String> aliases,

        @Schema(
                description = "URIs of the same thing elsewhere.",
                examples = "[\"https://www.wikidata.org/entity/Q7747\"]")
        List<String> sameAs) {

    public static TagView of(Tag tag, Instant now) {
        return new TagView(
                tag.id(),
                tag.slug(),
                tag.name(),
                tag.type(),
                tag.state(),
                tag.description(),
                Rights.shown(tag.image(), now),
                tag.parents().stream()
                        .filter(parent -> parent.state().isVisible())
                        .map(TagLabel::of)
                        .toList(),
                List.copyOf(tag.aliases()),
                tag.sameAs());
    }
}
