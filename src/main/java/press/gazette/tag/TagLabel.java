package press.gazette.tag;

import java.util.List;
import java.util.UUID;

import io.quarkus.hibernate.orm.panache.Panache;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tag on an article: the fields to show it and to link to it. */
@Schema(description = "A tag with the fields to show it and to link to it.")
public record TagLabel(
        @Schema(description = "Never changes.") UUID id,

        @Schema(description = "Its current address in /v1/tags/{ref}.", example = "putin")
        String slug,

        @Schema(description = "The name that readers see.", example = "Putin")
        String name,

        @Schema(description = "The kind of subject. Expect further types.", example = "person")
        TagType type,

        @Schema(description = "The next wider tags, the closest first. Absent unless include=tags.parents.") @Nullable
        List<TagLabel> parents) {

    public TagLabel(UUID id, String slug, String name, TagType type) {
        this(id, slug, name, type, null);
    }

    /** The same label with the tags right above it. */
    public TagLabel below(List<TagLabel> wider) {
        return new TagLabel(id, slug, name, type, wider);
    }

    /** Up to {@code most} visible tags, ordered by type and slug. */
    public static List<TagLabel> visible(int most) {
        return Panache.getSession(Tag.class)
                .createSelectionQuery(
                        "from Tag t where t.state " + TagState.VISIBLE + " order by t.text.type, t.text.slug",
                        Tag.class)
                .setMaxResults(most)
                .getResultStream()
                .map(TagLabel::of)
                .toList();
    }

    /** Up to {@code most} visible sections, by name. */
    public static List<TagLabel> sections(int most) {
        return Panache.getSession(Tag.class)
                .createSelectionQuery(
                        "from Tag t where t.text.type = SECTION and t.state " + TagState.VISIBLE
                                + " order by t.text.foldedName, t.text.slug",
                        Tag.class)
                .setMaxResults(most)
                .getResultStream()
                .map(TagLabel::of)
                .toList();
    }

    public static TagLabel of(Tag tag) {
        return new TagLabel(tag.id(), tag.slug(), tag.name(), tag.type());
    }
}
