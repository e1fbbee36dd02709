package press.gazette.tag;

import java.util.List;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Slug;
import press.gazette.media.Media;
import press.gazette.tag.naming.OtherName;

/** The content of a tag without its state, with resolved parents and picture. */
public record TagContent(
        Slug slug,
        String name,
        TagType type,
        List<OtherName> otherNames,
        @Nullable String description,
        List<String> sameAs,
        List<Tag> parents,
        @Nullable Media image) {

    public TagContent {
        otherNames = List.copyOf(otherNames);
        sameAs = List.copyOf(sameAs);
        parents = List.copyOf(parents);
    }

    /** The same content without hidden parents. */
    TagContent seenByReaders() {
        List<Tag> visible =
                parents.stream().filter(parent -> parent.state().isVisible()).toList();
        return new TagContent(slug, name, type, otherNames, description, sameAs, visible, image);
    }
}
